// For type checkers and tests; a build takes network.weapp or network.h5.
export * from './network.h5'
