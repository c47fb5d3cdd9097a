import type { Platform } from './types'

/** `cloud://env.bucket/path` lies behind the phone's own origin at `/files/path`. */
export const picture: Platform['picture'] = (fileId) => {
  const match = /^cloud:\/\/[^/]+\/(.+)$/.exec(fileId)
  return match === null ? fileId : `/files/${match[1] ?? ''}`
}
