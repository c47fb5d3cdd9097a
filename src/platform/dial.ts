// For type checkers and tests; a build takes dial.weapp or dial.h5.
export * from './dial.h5'
