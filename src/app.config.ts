/** Tab pages sit in the main package; every other page in its room's subpackage. */
export default defineAppConfig({
  pages: [
    'features/home/pages/home/index',
    'features/catalogue/pages/menu/index',
    'features/orders/pages/list/index',
    'features/members/pages/me/index',
  ],
  subPackages: [
    { root: 'features/orders/pages/checkout', name: 'checkout', pages: ['index'] },
    { root: 'features/orders/pages/detail', name: 'order', pages: ['index'] },
    { root: 'features/addresses/pages', name: 'addresses', pages: ['list/index', 'edit/index'] },
    { root: 'features/coupons/pages', name: 'coupons', pages: ['wallet/index', 'offers/index'] },
    { root: 'features/members/pages/profile', name: 'profile', pages: ['index'] },
    { root: 'features/members/pages/privacy', name: 'privacy', pages: ['index'] },
    { root: 'features/members/pages/code', name: 'code', pages: ['index'] },
    { root: 'features/points/pages', name: 'points', pages: ['points/index'] },
    { root: 'features/referral/pages', name: 'referral', pages: ['invite/index', 'poster/index'] },
    {
      root: 'features/manager/pages',
      name: 'manager',
      pages: [
        'home/index',
        'orders/index',
        'ahead/index',
        'member/index',
        'history/index',
        'stock/index',
        'campaigns/index',
        'campaign-edit/index',
        'rewards/index',
        'reward-edit/index',
        'reward-review/index',
        'store/index',
        'settings/index',
        'invoices/index',
        'alerts/index',
      ],
    },
  ],
  preloadRule: {
    'features/catalogue/pages/menu/index': { network: 'all', packages: ['checkout', 'order'] },
    'features/orders/pages/checkout/index': { network: 'all', packages: ['addresses'] },
    'features/orders/pages/list/index': { network: 'all', packages: ['order'] },
    'features/members/pages/me/index': {
      network: 'wifi',
      packages: ['coupons', 'points', 'profile', 'manager'],
    },
  },
  requiredPrivateInfos: ['getFuzzyLocation', 'chooseAddress', 'chooseLocation'],
  permission: {
    'scope.userFuzzyLocation': { desc: '用于显示你离门店有多远' },
    'scope.userLocation': { desc: '用于在地图上选收货位置，计算配送距离' },
  },
  lazyCodeLoading: 'requiredComponents',
  // A page that is left while it still slides in takes the page under it along: in the browser pages come at once.
  ...(process.env.TARO_ENV === 'h5' && { animation: false }),
  window: {
    backgroundTextStyle: 'dark',
    backgroundColor: '#faf6f0',
    navigationBarBackgroundColor: '#faf6f0',
    navigationBarTitleText: '常客',
    navigationBarTextStyle: 'black',
  },
  // The bar is our own (src/custom-tab-bar): staff see one item more. WeChat still wants the list for the routes.
  tabBar: {
    custom: true,
    color: '#6b5d52',
    selectedColor: '#cf421a',
    backgroundColor: '#ffffff',
    list: [
      { pagePath: 'features/home/pages/home/index', text: '首页' },
      { pagePath: 'features/catalogue/pages/menu/index', text: '点单' },
      { pagePath: 'features/orders/pages/list/index', text: '订单' },
      { pagePath: 'features/members/pages/me/index', text: '我的' },
    ],
  },
})
