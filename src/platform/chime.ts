// For type checkers and tests; a build takes chime.weapp or chime.h5.
export * from './chime.h5'
