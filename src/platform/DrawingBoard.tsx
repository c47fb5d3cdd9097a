// For type checkers and tests; a build takes DrawingBoard.weapp or DrawingBoard.h5.
export * from './DrawingBoard.h5'
