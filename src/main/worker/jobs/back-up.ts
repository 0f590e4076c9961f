export { backUp } from '../../backup/back-up'
