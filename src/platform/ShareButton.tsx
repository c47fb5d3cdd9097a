// For type checkers and tests; a build takes ShareButton.weapp or ShareButton.h5.
export * from './ShareButton.h5'
