export { finish as finishPdf } from '../../pdf/finish/finish'
