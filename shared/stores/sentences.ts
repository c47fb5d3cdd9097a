import type { CodeOf } from '../kernel/action'
import type { saveShop, saveStore, setDaily, setSoldOut, setStock, settings, stock } from './contract'

type Code = CodeOf<
  | typeof stock
  | typeof setSoldOut
  | typeof setStock
  | typeof setDaily
  | typeof settings
  | typeof saveStore
  | typeof saveShop
>

/** What owner and staff read when the cloud says no. */
export const STORE_SENTENCES = {
  SKU_NOT_FOUND: '菜单里没有这个规格了，请下拉刷新',
  NOT_COUNTED: '这个规格现在不限量，先设每天的份数',
  CONTRADICTION: '有几处填得不对，改好再保存',
  TEXT_REJECTED: '给顾客看的文字里有不合适的内容，请改一改',
  CHANGED_MEANWHILE: '刚才有人改过设置，这是最新的，请核对后再改',
} as const satisfies Record<Code, string>
