import { useRef } from 'react'
import { newKey } from '@/platform/ids'
import { toast } from '@/ui/toast'

/**
 * A deed with a key of its own: tried again after a lost reply it is the same deed, and done it is over. Says what came
 * of it; `onDone` runs when it was done.
 */
export function useDeed(done: string, onDone: () => void) {
  const key = useRef(newKey())
  return async (deed: (key: string) => Promise<string | null>): Promise<void> => {
    const words = await deed(key.current)
    toast(words ?? done)
    if (words === null) onDone()
  }
}
