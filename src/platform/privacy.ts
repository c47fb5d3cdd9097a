// For type checkers and tests; a build takes privacy.weapp or privacy.h5.
export * from './privacy.h5'
