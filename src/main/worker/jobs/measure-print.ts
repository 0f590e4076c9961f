export { measurePrint } from '../../pdf/measure/measure-print'
