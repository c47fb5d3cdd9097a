// For type checkers and tests; a build takes easel.weapp or easel.h5.
export * from './easel.h5'
