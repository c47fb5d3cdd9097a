// For type checkers and tests; a build takes AvatarButton.weapp or AvatarButton.h5.
export * from './AvatarButton.h5'
