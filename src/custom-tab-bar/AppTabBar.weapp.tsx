/** WeChat mounts `custom-tab-bar/index` itself. */
export function AppTabBar() {
  return null
}
