import type { CodeOf } from '../kernel/action'
import type { list, remove, save } from './contract'

type Code = CodeOf<typeof list | typeof save | typeof remove>

/** What a person reads when an address can't be kept. */
export const ADDRESS_SENTENCES = {
  PHONE_INVALID: '电话号码不对，请检查一下',
  PLACE_INVALID: '请在地图上选一下位置',
  TEXT_REJECTED: '地址里有不合适的内容，请改一改',
  TOO_MANY_ADDRESSES: '最多存 20 个地址，请先删掉不用的',
  ADDRESS_NOT_FOUND: '这个地址已经删掉了，请重新添加',
} as const satisfies Record<Code, string>
