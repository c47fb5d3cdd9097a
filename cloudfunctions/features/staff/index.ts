/** Public face of the staff room: who may do what, and the record of what they did. */
export { record } from './record'
export { countersOf, dismiss } from './repository'
export { requireManager, shopRole, storeRole } from './rights'
