// For type checkers and tests; a build takes cloud.weapp or cloud.h5.
export * from './cloud.h5'
