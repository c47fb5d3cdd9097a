// For type checkers and tests; a build takes PhoneButton.weapp or PhoneButton.h5.
export * from './PhoneButton.h5'
