import { LONG_SIDE, QUALITY } from './photo-size'
import type { Platform } from './types'

export const choosePhotos: Platform['choosePhotos'] = async (most) => {
  const chosen = await ask()
  if (chosen.length === 0) return { kind: 'refused', forGood: false }
  const files = await Promise.all(chosen.slice(0, most).map(smaller))
  const readable = files.filter((file): file is string => file !== null)
  return readable.length === 0 ? { kind: 'unavailable' } : { kind: 'chosen', files: readable }
}

const ask = (): Promise<readonly File[]> =>
  new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = 'image/*'
    input.multiple = true
    input.onchange = () => resolve([...(input.files ?? [])])
    input.oncancel = () => resolve([])
    input.click()
  })

/** A JPEG of at most `LONG_SIDE`, as a URL that `upload` and `<Image>` take; null for what is no picture. */
async function smaller(file: File): Promise<string | null> {
  try {
    const bitmap = await createImageBitmap(file)
    const scale = Math.min(1, LONG_SIDE / Math.max(bitmap.width, bitmap.height))
    const board = document.createElement('canvas')
    board.width = Math.round(bitmap.width * scale)
    board.height = Math.round(bitmap.height * scale)
    const pen = board.getContext('2d')
    if (pen === null) return null
    // what was see-through would turn black
    pen.fillStyle = '#fff'
    pen.fillRect(0, 0, board.width, board.height)
    pen.drawImage(bitmap, 0, 0, board.width, board.height)
    bitmap.close()
    const blob = await new Promise<Blob | null>((resolve) => board.toBlob(resolve, 'image/jpeg', QUALITY))
    return blob === null ? null : URL.createObjectURL(blob)
  } catch {
    return null
  }
}
