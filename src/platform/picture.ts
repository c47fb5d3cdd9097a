// For type checkers and tests; a build takes picture.weapp or picture.h5.
export * from './picture.h5'
