import type { Platform } from './types'

/** WeChat's `<image>` shows `cloud://` ids by itself, through the CDN. */
export const picture: Platform['picture'] = (fileId) => fileId
