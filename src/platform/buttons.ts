// For type checkers and tests; a build takes buttons.weapp or buttons.h5.
export * from './buttons.h5'
