import type { setPaused as contract } from '@shared/manager/contract'
import { Defect, isRefused, refuse } from '@shared/kernel/refusal'
import type { UseCase } from '../../platform/router'
import { pauseStore, readShop } from '../catalogue'
import { boardView } from './board'
import { copyToCounter, readCounter } from './repository'

/** Stops or resumes taking orders: the shop's switch and the counter's copy of it in one transaction. */
export const setStorePaused: UseCase<typeof contract> = async ({ storeId, paused }, ctx) => {
  const counter = await readCounter(storeId, ctx)
  if (isRefused(counter)) return counter
  if (counter.role === 'clerk') return refuse('FORBIDDEN')
  const storeName = await ctx.tx(async (db) => {
    const store = (await readShop(db)).stores[storeId]
    if (!store) throw new Defect('a counter without its store', { storeId })
    await pauseStore(db, storeId, paused)
    await copyToCounter(db, storeId, { storeName: store.name, paused })
    return store.name
  })
  return { board: boardView({ ...counter, storeName, paused }) }
}
