import type { CodeOf } from '../kernel/action'
import type { materials, removeMaterial, saveMaterial } from './materials-contract'

type Code = CodeOf<typeof materials | typeof saveMaterial | typeof removeMaterial>

/** What a promoter, or the owner, reads of the library when the cloud says no. */
export const MATERIAL_SENTENCES = {
  NOT_A_PROMOTER: '你还不是本店的推客',
  CHANGED_MEANWHILE: '别人刚改过这条素材',
  LIBRARY_FULL: '素材库满了（100 条），先删几条旧的',
  PICTURE_REJECTED: '有图片没法用，请删掉重新选',
  PRODUCT_GONE: '菜单里没有这个商品了，请重新选',
  TEXT_REJECTED: '标题或文案里有不合适的内容，请改一改',
} as const satisfies Record<Code, string>
