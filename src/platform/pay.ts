// For type checkers and tests; a build takes pay.weapp or pay.h5.
export * from './pay.h5'
