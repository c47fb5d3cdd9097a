import type { Address } from './contract'

/** Addresses that one person may keep. */
export const MOST_ADDRESSES = 20

const MOBILE = /^1[3-9]\d{9}$/
/** Area code and number. */
const LANDLINE = /^0\d{2,3}\d{7,8}$/

/**
 * A phone number of China as digits alone, or null when it is none. Spaces, hyphens, brackets and the country's code are
 * no part of it: `+86 138-0000-0000` is 13800000000.
 */
export function phoneDigits(text: string): string | null {
  const digits = text.replace(/[\s()（）-]/g, '').replace(/^(\+|00)?86(?=1[3-9]\d{9}$|0\d{9,11}$)/, '')
  return MOBILE.test(digits) || LANDLINE.test(digits) ? digits : null
}

/** Whether a point can lie in China: the box around it, in degrees. */
export const isInChina = ({ lat, lng }: Pick<Address, 'lat' | 'lng'>): boolean =>
  lat >= 3.4 && lat <= 53.6 && lng >= 73.4 && lng <= 135.1

/** The address as a rider reads it: 学府路 18 号 3 号楼 502. */
export const addressText = ({ address, detail }: Pick<Address, 'address' | 'detail'>): string =>
  detail === '' ? address : `${address} ${detail}`

/** Whether two entries are one address: everything but the id. */
export const isSameAddress = (a: Omit<Address, 'id'>, b: Omit<Address, 'id'>): boolean =>
  a.name === b.name &&
  a.phone === b.phone &&
  a.address === b.address &&
  a.detail === b.detail &&
  a.lat === b.lat &&
  a.lng === b.lng
