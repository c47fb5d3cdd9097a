// For type checkers and tests; a build takes shell.weapp or shell.h5.
export * from './shell.h5'
