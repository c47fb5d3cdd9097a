import { create } from 'zustand'
import { openSettings, placeDenied, whereAmI } from '@/platform/location'
import type { Place } from '@/platform/types'

type State = {
  /** Where the person is, roughly; null while that is not known. */
  readonly place: Place | null
  /** They said no for good: only WeChat's settings help. */
  readonly denied: boolean
}

export const useHere = create<State>(() => ({ place: null, denied: false }))

async function take(ask: boolean): Promise<boolean> {
  const place = await whereAmI(ask)
  useHere.setState(place === null ? { denied: await placeDenied() } : { place, denied: false })
  return place !== null
}

/** Looks where the person is if they allowed it before; asks nothing. */
export async function lookForMe(): Promise<void> {
  if (useHere.getState().place === null) await take(false)
}

/** The tap that asks for it. Answers whether it is known now. */
export const findMe = (): Promise<boolean> => take(true)

/** The tap that leads to WeChat's settings, and looks again afterwards. Answers whether it is known now. */
export async function allowMe(): Promise<boolean> {
  return (await openSettings()) && (await take(false))
}
