// For type checkers and tests; a build takes AppTabBar.weapp or AppTabBar.h5.
export * from './AppTabBar.h5'
