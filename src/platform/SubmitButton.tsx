// For type checkers and tests; a build takes SubmitButton.weapp or SubmitButton.h5.
export * from './SubmitButton.h5'
