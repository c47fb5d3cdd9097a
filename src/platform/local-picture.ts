// For type checkers and tests; a build takes local-picture.weapp or local-picture.h5.
export * from './local-picture.h5'
