/** Public face of the home room. */
export { lookAgain, openHome, useHome } from './store'
