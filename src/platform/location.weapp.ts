import type { Platform, Place } from './types'

const SCOPE = 'scope.userFuzzyLocation'

/** What the person once answered: undefined when they were never asked. */
const answered = (): Promise<boolean | undefined> =>
  new Promise((resolve) => {
    wx.getSetting({
      success: ({ authSetting }) => resolve(new Map(Object.entries(authSetting ?? {})).get(SCOPE)),
      fail: () => resolve(undefined),
    })
  })

/** Rough is enough for "800 m", and opening the app asks nothing: only a tap on the distance does. */
export const whereAmI: Platform['whereAmI'] = async (ask) => {
  if (!ask && (await answered()) !== true) return null
  return new Promise<Place | null>((resolve) => {
    wx.getFuzzyLocation({
      type: 'gcj02',
      success: ({ latitude, longitude }) => resolve({ lat: latitude, lng: longitude }),
      fail: () => resolve(null),
    })
  })
}

export const placeDenied: Platform['placeDenied'] = async () => (await answered()) === false

export const openSettings: Platform['openSettings'] = () =>
  new Promise((resolve) => {
    wx.openSetting({ success: () => resolve(true), fail: () => resolve(false) })
  })

export const openMap: Platform['openMap'] = ({ lat, lng, name, address }) =>
  new Promise((resolve) => {
    wx.openLocation({
      latitude: lat,
      longitude: lng,
      name,
      address,
      success: () => resolve(true),
      fail: () => resolve(false),
    })
  })
