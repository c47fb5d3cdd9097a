/** Public face of the addresses room. */
export { bookPath, editPath } from './paths'
export { addressUsed, currentAddress, loadAddresses, needAddresses, useAddresses } from './store'
