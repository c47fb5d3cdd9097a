// For type checkers and tests; a build takes file.weapp or file.h5.
export * from './file.h5'
