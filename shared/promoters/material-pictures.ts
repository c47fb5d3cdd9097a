/** How many materials the library holds, and how many pictures one of them. */
export const MOST_MATERIALS = 100
export const MOST_PICTURES = 9

/** The folder of cloud storage into which the pictures of one material are uploaded. */
export const materialFolder = (id: string): string => `materials/${id}`

/** Whether a file id is a picture in this material's folder: no other file may be shown with it, or deleted with it. */
export function isMaterialPicture(fileId: string, id: string): boolean {
  const path = /^cloud:\/\/[A-Za-z0-9._-]+\/(.+)$/.exec(fileId)?.[1] ?? ''
  const folder = `${materialFolder(id)}/`
  return path.startsWith(folder) && /^[\w-]{1,64}\.(png|jpe?g|webp)$/i.test(path.slice(folder.length))
}
