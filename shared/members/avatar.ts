/** The folder of cloud storage into which a member uploads their own picture. */
export const avatarFolder = (memberId: string): string => `avatars/${memberId}`

/**
 * Whether a file id is a picture that this member uploaded for themselves: someone else's file may neither be shown as
 * theirs nor be deleted when they leave. '' stands for the default picture.
 */
export function isOwnAvatar(fileId: string, memberId: string): boolean {
  if (fileId === '') return true
  const path = /^cloud:\/\/[A-Za-z0-9._-]+\/(.+)$/.exec(fileId)?.[1] ?? ''
  const folder = `${avatarFolder(memberId)}/`
  return (
    path.startsWith(folder) && /^[\w-]{1,64}\.(png|jpe?g|webp|gif|heic)$/i.test(path.slice(folder.length))
  )
}
