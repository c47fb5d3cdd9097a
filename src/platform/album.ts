// For type checkers and tests; a build takes album.weapp or album.h5.
export * from './album.h5'
