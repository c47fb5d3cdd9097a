// For type checkers and tests; a build takes lifecycle.weapp or lifecycle.h5.
export * from './lifecycle.h5'
