// For type checkers and tests; a build takes photo.weapp or photo.h5.
export * from './photo.h5'
