import { useState } from 'react'
import { scanAny } from '@/platform/scan'
import { handOverByCode, type HandedOver, handOverScanned } from './hand-over'

/** Handing over by code: what is shown of it, and the taps. */
export function useHandOver(storeId: string) {
  const [shown, setShown] = useState<'typing' | HandedOver | null>(null)
  return {
    shown,
    close: () => setShown(null),
    type: () => setShown('typing'),
    scan: async () => {
      const scanned = await scanAny()
      // who closes the scanner is back where they were
      if (scanned !== null) setShown(await handOverScanned(storeId, scanned))
    },
    enter: async (code: string) => setShown(await handOverByCode(storeId, code)),
  }
}
export type HandOver = ReturnType<typeof useHandOver>
