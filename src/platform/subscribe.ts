// For type checkers and tests; a build takes subscribe.weapp or subscribe.h5.
export * from './subscribe.h5'
