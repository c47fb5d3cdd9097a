import type { CodeOf } from '../kernel/action'
import type { decide, invite, saveSettings, settlePayout, TransferTrouble } from './office-contract'

type Code = CodeOf<typeof invite | typeof decide | typeof saveSettings | typeof settlePayout>

/** What owner and managers read when the cloud says no. */
export const OFFICE_SENTENCES = {
  MEMBER_NOT_FOUND: '没有这位会员，请核对会员号',
  PROMOTER_NOT_FOUND: '没有这位推客',
  WITHDRAWAL_NOT_FOUND: '没有这笔提现',
  WRONG_STATE: '状态刚刚变了，已经刷新',
  REASON_MISSING: '停用推客要写明原因',
  NOTE_MISSING: '请写明原因，或怎么付的款',
  TEXT_REJECTED: '给推客看的文字里有不合适的内容，请改一改',
  CONTRADICTION: '有几处填得自相矛盾，请看标红的地方',
  CHANGED_MEANWHILE: '别人刚改过推客设置，已换成最新的',
} as const satisfies Record<Code, string>
/** What the owner reads about a transfer that does not get on. */
export const TRANSFER_TROUBLES: Readonly<Record<TransferTrouble, string>> = {
  balance: '商户号可用余额不足，充值后会自动再试',
  limit: '商户号的转账额度用完了，稍后会自动再试',
  setup: '商户号的转账权限或密钥不对，请检查微信支付商户平台的设置',
  unknown: '微信支付暂时没有回音，会自动再查',
}
