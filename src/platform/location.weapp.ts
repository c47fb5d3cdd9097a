import type { Platform, Place } from './types'

const SCOPE = 'scope.userFuzzyLocation'

const allowed = (): Promise<boolean> =>
  new Promise((resolve) => {
    wx.getSetting({
      success: ({ authSetting }) => resolve(new Map(Object.entries(authSetting ?? {})).get(SCOPE) === true),
      fail: () => resolve(false),
    })
  })

/** Rough is enough for "800 m", and opening the app asks nothing: only a tap on the distance does. */
export const whereAmI: Platform['whereAmI'] = async (ask) => {
  if (!ask && !(await allowed())) return null
  return new Promise<Place | null>((resolve) => {
    wx.getFuzzyLocation({
      type: 'gcj02',
      success: ({ latitude, longitude }) => resolve({ lat: latitude, lng: longitude }),
      fail: () => resolve(null),
    })
  })
}

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
