import type { Address } from '@shared/addresses/contract'
import type { ChosenAddress, ChosenPlace } from '@/platform/types'
import type { Draft } from './store'

/** As long as the contract allows. */
const MOST = { name: 20, phone: 30, address: 100, detail: 60 } as const

/** A point of the map as it is kept: where it is, and what it is called there unless that says so already. */
export function placeOf({ name, address, lat, lng }: ChosenPlace): Pick<Address, 'address' | 'lat' | 'lng'> {
  const named = name === '' || address.includes(name) ? address : `${address} ${name}`
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
