/** Public face of the orders room. */
export { CHECKOUT, orderPath } from './paths'
export { reorder } from './reorder'
