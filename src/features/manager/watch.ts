import { useEffect, useState } from 'react'
import { managerRefresh, type Pace } from '@shared/manager/refresh'
import { cloudNow } from '@/platform/clock'
import { allowance } from './allowance'
import { refreshBoard, touched, turnTo, useBoard } from './store'

/**
 * Keeps a store's board fresh while the page is looked at, at the pace of shared/manager/refresh; answers that pace.
 * Coming into view reads at once. The wait runs from the last board, so tapping never puts a refresh off.
 */
export function useWatchBoard(storeId: string, visible: boolean): Pace {
  const [pace, setPace] = useState<Pace>('lookedAt')
  const heardAt = useBoard((s) => s.heardAt)
  const activeAt = useBoard((s) => s.activeAt)
  const forbidden = useBoard((s) => s.failed?.code === 'FORBIDDEN')

  useEffect(() => {
    turnTo(storeId)
    if (!visible || storeId === '') return
    touched()
    void refreshBoard('own')
  }, [storeId, visible])

  useEffect(() => {
    if (heardAt === 0 || forbidden) return
    const now = cloudNow()
    const next = managerRefresh({ visible, activeAt, allowance: allowance(), now })
    setPace(next.pace)
    if (next.afterMs === null) return
    const ask = () => {
      // heard meanwhile: the next wait starts from there
      if (useBoard.getState().heardAt === heardAt) void refreshBoard('own')
    }
    const timer = setTimeout(ask, Math.max(0, heardAt + next.afterMs - now))
    return () => clearTimeout(timer)
  }, [visible, heardAt, activeAt, forbidden])

  return pace
}
