import { picture } from './picture.h5'
import type { Platform } from './types'

/** A browser downloads from wherever the picture lies. */
export const localPicture: Platform['localPicture'] = async (src) => picture(src)
