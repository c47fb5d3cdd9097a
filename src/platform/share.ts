// For type checkers and tests; a build takes share.weapp or share.h5.
export * from './share.h5'
