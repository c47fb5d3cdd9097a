/** Public face of the addresses room. */
export { addressBookOf, readBook, type Addresses } from './repository'
