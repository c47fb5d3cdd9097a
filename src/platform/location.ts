// For type checkers and tests; a build takes location.weapp or location.h5.
export * from './location.h5'
