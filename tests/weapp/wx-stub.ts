import { type Rect } from './layout'

/** The global `wx` of a mini-program without a phone: storage, navigation, layout without a layout engine. */
export type WxApi = (options?: WxOptions, ...rest: unknown[]) => unknown
export type WxOptions = {
  success?: (result: unknown) => void
  fail?: (error: unknown) => void
  complete?: (result: unknown) => void
  [key: string]: unknown
}
export type OpenMode = 'push' | 'replace' | 'relaunch' | 'tab'
export type WxHost = {
  readonly storage: Map<string, unknown>
  readonly calls: [string, unknown][]
  readonly firstPage: string
  open(url: string, mode: OpenMode): void
  back(): void
  later(run: () => void): void
  /** Boxes of the nodes that a selector finds on the page on top; of the page itself for null. */
  boxes(selector: string | null): Rect[]
}

/** Every asynchronous API that the app may call: Taro copies `Object.keys(wx)` once at boot, so they must be own keys. */
const ASYNC_APIS =
  'request uploadFile downloadFile login checkSession requestPayment requestSubscribeMessage scanCode chooseAddress chooseInvoiceTitle getLocation getFuzzyLocation chooseLocation openLocation openSetting authorize chooseMedia chooseImage previewImage getImageInfo saveImageToPhotosAlbum canvasToTempFilePath setClipboardData getClipboardData makePhoneCall vibrateShort vibrateLong showToast hideToast showLoading hideLoading showModal showActionSheet setNavigationBarTitle setNavigationBarColor pageScrollTo startPullDownRefresh stopPullDownRefresh setTabBarBadge removeTabBarBadge showTabBar hideTabBar showShareMenu hideShareMenu updateShareMenu navigateToMiniProgram openCustomerServiceChat removeStorage clearStorage requirePrivacyAuthorize getPrivacySetting openPrivacyContract setKeepScreenOn'.split(
    ' ',
  )
/** Nothing that they tell of happens here. */
const LISTENERS = ['NetworkStatusChange', 'AppShow', 'AppHide', 'WindowResize', 'UserCaptureScreen'].flatMap(
  (what) => [`on${what}`, `off${what}`],
)
const WINDOW = {
  windowWidth: 390,
  windowHeight: 844,
  screenWidth: 390,
  screenHeight: 844,
  pixelRatio: 2,
  platform: 'devtools',
  SDKVersion: '3.7.0',
  language: 'zh_CN',
  statusBarHeight: 44,
  safeArea: { top: 44, bottom: 810, left: 0, right: 390, width: 390, height: 766 },
}
const SYNC = /Sync$|^(on|off|create|nextTick|canIUse|get\w+(Info|Options|Rect)$)/
const ASYNC_INFO = ['getSystemInfo', 'getImageInfo', 'getUserInfo', 'getStorageInfo']

export const succeed = (options: WxOptions | undefined, result: object = {}): void => {
  const answer = { errMsg: 'ok', ...result }
  options?.success?.(answer)
  options?.complete?.(answer)
}

function storageApis({ storage }: WxHost): Record<string, WxApi> {
  return {
    getStorageSync: (key) => storage.get(String(key)) ?? '',
    setStorageSync: (key, value) => void storage.set(String(key), value),
    removeStorageSync: (key) => void storage.delete(String(key)),
    getStorage: (o) => {
      const key = String(o?.['key'])
      if (storage.has(key)) succeed(o, { data: storage.get(key) })
      else o?.fail?.({ errMsg: 'getStorage:fail data not found' })
    },
    setStorage: (o) => {
      storage.set(String(o?.['key']), o?.['data'])
      succeed(o)
    },
  }
}

function systemApis(host: WxHost): Record<string, WxApi> {
  const window = () => WINDOW
  return {
    getSystemInfoSync: window,
    getWindowInfo: window,
    getDeviceInfo: window,
    getAppBaseInfo: window,
    getSystemInfo: (o) => succeed(o, WINDOW),
    getMenuButtonBoundingClientRect: () => ({
      top: 48,
      bottom: 80,
      left: 296,
      right: 383,
      width: 87,
      height: 32,
    }),
    getSetting: (o) => succeed(o, { authSetting: {} }),
    getNetworkType: (o) => succeed(o, { networkType: 'wifi' }),
    ...Object.fromEntries(LISTENERS.map((name) => [name, () => undefined])),
    nextTick: (run) => host.later(run as unknown as () => void),
    canIUse: () => true,
    getAccountInfoSync: () => ({ miniProgram: { appId: 'test', envVersion: 'develop' } }),
    getLaunchOptionsSync: () => ({ path: host.firstPage, query: {}, scene: 1001 }),
    getEnterOptionsSync: () => ({ path: host.firstPage, query: {}, scene: 1001 }),
    getUpdateManager: () => ({
      onCheckForUpdate() {},
      onUpdateReady() {},
      onUpdateFailed() {},
      applyUpdate() {},
    }),
  }
}

function navigationApis(host: WxHost): Record<string, WxApi> {
  const go =
    (mode: OpenMode): WxApi =>
    (o) => {
      host.open(String(o?.['url']), mode)
      succeed(o)
    }
  return {
    navigateTo: go('push'),
    redirectTo: go('replace'),
    reLaunch: go('relaunch'),
    switchTab: go('tab'),
    navigateBack: (o) => {
      host.back()
      succeed(o)
    },
    createSelectorQuery: () => selectorQuery(host),
    createIntersectionObserver: chain,
    createAnimation: chain,
    createInnerAudioContext: chain,
    createWebAudioContext: chain,
  }
}

const chain: WxApi = () =>
  new Proxy(function () {}, {
    get: (_target, key) => (key === 'then' ? undefined : key === 'export' ? () => ({ actions: [] }) : chain),
  })

/** Measures by `layOut`, in a turn of its own as the view answers. */
export function selectorQuery(host: Pick<WxHost, 'boxes' | 'later'>) {
  const jobs: (() => unknown)[] = []
  const pick = (selector: string | null, all: boolean) => {
    const ask = (callback?: unknown) => {
      jobs.push(() => {
        const boxes = host.boxes(selector)
        const result = all ? boxes : (boxes[0] ?? null)
        if (typeof callback === 'function') (callback as (r: unknown) => void)(result)
        return result
      })
      return query
    }
    return {
      boundingClientRect: ask,
      scrollOffset: ask,
      node: ask,
      fields: (_: unknown, cb: unknown) => ask(cb),
    }
  }
  const query = {
    in: () => query,
    select: (s: string) => pick(s, false),
    selectAll: (s: string) => pick(s, true),
    selectViewport: () => pick(null, false),
    exec: (callback?: (results: unknown[]) => void) => host.later(() => callback?.(jobs.map((job) => job()))),
  }
  return query
}

/** The whole `wx`: each call is recorded; asynchronous ones answer a promise when no callback is given. */
export function makeWx(host: WxHost, overrides: Record<string, unknown>): Record<string, unknown> {
  const apis: Record<string, unknown> = Object.fromEntries(ASYNC_APIS.map((name) => [name, succeed]))
  Object.assign(apis, storageApis(host), systemApis(host), navigationApis(host), overrides)
  for (const [name, api] of Object.entries(apis)) {
    if (typeof api !== 'function') continue
    const call = api as WxApi
    const sync = SYNC.test(name) && !ASYNC_INFO.includes(name)
    apis[name] = (options?: WxOptions, ...rest: unknown[]) => {
      host.calls.push([name, options])
      if (sync || options?.success || options?.fail || options?.complete) return call(options, ...rest)
      return new Promise((success, fail) => call({ ...options, success, fail }))
    }
  }
  return apis
}
