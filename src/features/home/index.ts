/** Public face of the home room. */
export { openHome, useHome } from './store'
