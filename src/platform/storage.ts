// For type checkers and tests; a build takes storage.weapp or storage.h5.
export * from './storage.h5'
