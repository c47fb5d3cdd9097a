import { useEffect, useState } from 'react'

/**
 * The time of `clock` (a stable function), read again each `everyMs` while the component is there; null: it stands
 * still at the time of the last render that changed it.
 */
export function useClock(clock: () => number, everyMs: number | null): number {
  const [now, setNow] = useState(clock)
  useEffect(() => {
    setNow(clock())
    if (everyMs === null) return
    const timer = setInterval(() => setNow(clock()), everyMs)
    return () => clearInterval(timer)
  }, [clock, everyMs])
  return now
}
