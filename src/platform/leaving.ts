// For type checkers and tests; a build takes leaving.weapp or leaving.h5.
export * from './leaving.h5'
