import { lastOf } from '@shared/kernel/lists'
import Taro from '@tarojs/taro'
import { useEffect } from 'react'
import { create } from 'zustand'

/** Pages that something lies over just now, one entry for each sheet or dialog. */
const useCovers = create<{ readonly pages: readonly string[] }>(() => ({ pages: [] }))

const topPage = () => lastOf(Taro.getCurrentPages())?.route ?? ''
const plain = (path: string) => path.replace(/^\//, '')

/** While `open`, the page on top is covered by a sheet or a dialog. */
export function useCoversPage(open: boolean): void {
  useEffect(() => {
    if (!open) return
    const page = plain(topPage())
    useCovers.setState(({ pages }) => ({ pages: [...pages, page] }))
    return () =>
      useCovers.setState(({ pages }) => {
        const at = pages.indexOf(page)
        return { pages: pages.filter((_, i) => i !== at) }
      })
  }, [open])
}

/** Whether a sheet or a dialog lies over this page. */
export const useIsCovered = (page: string): boolean => useCovers((s) => s.pages.includes(plain(page)))
