// For type checkers and tests; a build takes scroll.weapp or scroll.h5.
export * from './scroll.h5'
