/** Public face of the promoters room. */
export { PROMOTER_HOME } from './paths'
