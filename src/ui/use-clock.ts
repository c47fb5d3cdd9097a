import { useEffect, useReducer } from 'react'

/**
 * The time of `clock` at every render, and a render each `everyMs` while the component is there (null: none of its own).
 * Whatever else renders it, an answer that set the clock above all, finds it at the time of now.
 */
export function useClock(clock: () => number, everyMs: number | null): number {
  const [, tick] = useReducer((ticks: number) => ticks + 1, 0)
  useEffect(() => {
    if (everyMs === null) return
    const timer = setInterval(tick, everyMs)
    return () => clearInterval(timer)
  }, [everyMs])
  return clock()
}
