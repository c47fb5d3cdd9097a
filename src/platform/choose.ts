// For type checkers and tests; a build takes choose.weapp or choose.h5.
export * from './choose.h5'
