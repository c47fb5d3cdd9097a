import type { Address } from '@shared/addresses/contract'
import type { ChosenAddress, ChosenPlace } from '@/platform/types'
import type { Draft } from './store'

/** As long as the contract allows. */
const MOST = { name: 20, phone: 30, address: 100, detail: 60 } as const

/** 浙江省杭州市, 上海市: what everybody who orders here knows. */
const REGION = /^(?:[^省区市]{2,5}(?:省|自治区).{1,8}?(?:市|自治州|盟|地区)|(?:北京|上海|天津|重庆)市)/

/** A point of the map as it is kept: where it is, and what it is called there unless that says so already. */
export function placeOf({ name, address, lat, lng }: ChosenPlace): Pick<Address, 'address' | 'lat' | 'lng'> {
  const near = address.replace(REGION, '')
  const named = name === '' || near.includes(name) ? near : `${near} ${name}`
  return { address: named.trim().slice(0, MOST.address), lat, lng }
}

/** A form with one of WeChat's addresses. WeChat knows no coordinates: the point is still to be picked. */
export function imported(draft: Draft, { name, phone, region, detail }: ChosenAddress): Draft {
  return {
    ...draft,
    name: name.slice(0, MOST.name),
    phone: phone.slice(0, MOST.phone),
    detail: (detail === '' ? region : detail).slice(0, MOST.detail),
  }
}
