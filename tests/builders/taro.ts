import { useEffect, useRef } from 'react'

/** Taro's API for component tests: a page that is shown when it mounts, and that a test can hide, show and pull. */
type Callback = (options?: unknown) => void
type Moment = 'show' | 'hide' | 'pull' | 'bottom'

const listening: Record<Moment, Set<Callback>> = {
  show: new Set(),
  hide: new Set(),
  pull: new Set(),
  bottom: new Set(),
}

function useMoment(moment: Moment, callback: Callback): void {
  const latest = useRef(callback)
  latest.current = callback
  useEffect(() => {
    const hear: Callback = (options) => latest.current(options)
    listening[moment].add(hear)
    return () => {
      listening[moment].delete(hear)
    }
  }, [moment])
}

export function useDidShow(callback: Callback): void {
  useMoment('show', callback)
  useEffect(() => callback(), [])
}
export const useDidHide = (callback: Callback) => useMoment('hide', callback)
export const usePullDownRefresh = (callback: Callback) => useMoment('pull', callback)
export const useReachBottom = (callback: Callback) => useMoment('bottom', callback)
export const useLaunch = (callback: Callback) => useEffect(() => callback(), [])
export const useRouter = () => ({ params: page.params })

/** The page under test, in the hands of the test. Wrap what changes it in `act`. */
export const page = {
  params: {} as Record<string, string | undefined>,
  show: () => listening.show.forEach((hear) => hear()),
  hide: () => listening.hide.forEach((hear) => hear()),
  pull: () => listening.pull.forEach((hear) => hear()),
  reachBottom: () => listening.bottom.forEach((hear) => hear()),
}

const done = () => Promise.resolve({ errMsg: 'ok' })
const Taro = {
  showToast: jest.fn(done),
  setNavigationBarTitle: jest.fn(done),
  stopPullDownRefresh: jest.fn(),
  navigateTo: jest.fn(done),
  redirectTo: jest.fn(done),
  switchTab: jest.fn(done),
  navigateBack: jest.fn(done),
  getCurrentPages: jest.fn(() => [{}]),
  onNetworkStatusChange: jest.fn(),
  offNetworkStatusChange: jest.fn(),
  eventCenter: { on: jest.fn(), off: jest.fn(), trigger: jest.fn() },
}
// eslint-disable-next-line no-restricted-syntax -- the real module has a default export
export default Taro
