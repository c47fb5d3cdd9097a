// For type checkers and tests; a build takes transfer.weapp or transfer.h5.
export * from './transfer.h5'
