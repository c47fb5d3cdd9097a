import type { Channel } from '@shared/referral/contract'

/** By which way somebody came, or where a code of the shop's own hangs. */
export const CHANNEL_WORDS: Readonly<Record<Channel, string>> = {
  card: '小程序卡片',
  code: '小程序码',
  poster: '海报',
  link: '链接',
  store: '门店海报',
  table: '桌贴',
  insert: '包装卡',
  staff: '店员',
  group: '社群',
}
