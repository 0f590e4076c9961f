export { scanPdf } from '../../pdf/scan/scan-pdf'
