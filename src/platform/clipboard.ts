// For type checkers and tests; a build takes clipboard.weapp or clipboard.h5.
export * from './clipboard.h5'
