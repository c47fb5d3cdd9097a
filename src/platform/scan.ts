// For type checkers and tests; a build takes scan.weapp or scan.h5.
export * from './scan.h5'
