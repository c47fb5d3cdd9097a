/** Public face of the addresses room. */
export { bookPath, editPath } from './paths'
export { currentAddress, loadAddresses, needAddresses, useAddresses } from './store'
