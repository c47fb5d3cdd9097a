import { Text } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import { Dialog } from '@/ui/Dialog'
import { toast } from '@/ui/toast'
import { savePicture } from './album'
import { localPicture } from './local-picture'
import { openSettings } from './location'
import type { PictureSaved } from './types'

type Album = {
  /** Saves pictures (file ids or files) one after the other, and says what became of it. `name` is what a download is called. */
  save(pictures: readonly string[], name: string): Promise<void>
  /** The way back for who refused the album once; to be mounted by the page. */
  readonly guide: ReactNode
}

const SAVED_WORDS = {
  saved: '已保存到相册',
  downloading: '正在下载，没有动静就长按图片保存',
  failed: '没有存上，长按图片也可以保存',
} as const

/** The person's album. */
export function useAlbum(): Album {
  const [denied, setDenied] = useState(false)
  const allow = async () => {
    setDenied(false)
    if (!(await openSettings())) toast('设置没有打开，长按图片也可以保存')
  }
  return {
    async save(pictures, name) {
      const outcome = await saveAll(pictures, name)
      if (outcome === 'denied') setDenied(true)
      else if (outcome !== 'cancelled') toast(SAVED_WORDS[outcome])
    },
    guide: (
      <Dialog
        open={denied}
        title='还不能存到相册'
        confirmText='去打开'
        onConfirm={allow}
        onCancel={() => setDenied(false)}
      >
        <Text>之前没有同意使用相册。在设置里打开“添加到相册”，回来就能保存。</Text>
      </Dialog>
    ),
  }
}

/** Stops at the first that is not saved. */
async function saveAll(pictures: readonly string[], name: string): Promise<PictureSaved> {
  let outcome: PictureSaved = 'failed'
  for (const [i, picture] of pictures.entries()) {
    const file = await localPicture(picture)
    const called = pictures.length === 1 ? name : `${name}-${i + 1}`
    outcome = file === null ? 'failed' : await savePicture(file, called)
    if (outcome !== 'saved' && outcome !== 'downloading') return outcome
  }
  return outcome
}
