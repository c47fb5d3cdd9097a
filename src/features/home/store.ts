import { create } from 'zustand'
import { knownMenu, putFailure, putShop, refreshIfStale } from '@/features/catalogue'
import { putMe, useMe } from '@/features/members'
import { sentence } from '@/platform/refusals'
import { api } from './api'

type State = {
  readonly opening: boolean
  /** Why the shop could not be opened; null when it could, or was not tried. */
  readonly failure: { readonly sentence: string; readonly requestId: string } | null
}

export const useHome = create<State>(() => ({ opening: false, failure: null }))

/** Everything the first screen shows, in one call: the shop, the menu if it changed, who is at the phone. One at a time. */
export async function openHome(): Promise<void> {
  if (useHome.getState().opening) return
  useHome.setState({ opening: true })
  const answer = await api.open(knownMenu())
  if (answer.ok) {
    putShop(answer.data)
    putMe(answer.data.me)
    useHome.setState({ opening: false, failure: null })
  } else {
    const failure = { sentence: sentence(answer), requestId: answer.requestId }
    putFailure(failure.sentence)
    useHome.setState({ opening: false, failure })
  }
}

/** Somebody looks: what failed is tried again, what moved is asked for, and what is fresh costs no call. */
export async function lookAgain(): Promise<void> {
  const anew = useHome.getState().failure !== null || useMe.getState().moved
  await (anew ? openHome() : refreshIfStale())
}
