import { View } from '@tarojs/components'
import type { ProgrammeDraft } from '@shared/promoters/office-contract'
import { Field } from '@/ui/Field'
import { Toggle } from '@/ui/Toggle'
import { Group } from '../campaigns/FormParts'
import { placeId } from '../campaigns/faults'
import { FigureField, type FigureRow } from '../settings/parts'
import { CouponPrices } from './CouponPrices'
import { useProgramme, type ProgrammeEdit } from './programme'

const LIMITS: readonly FigureRow<ProgrammeDraft>[] = [
  { name: 'returnDays', label: '收货后等几天', unit: '天', hint: '这几天里退款，佣金直接收回；过了才能提现' },
  { name: 'minimumFen', label: '最低提现', prefix: '¥', scale: 100 },
  { name: 'dailyFen', label: '每人每天最多', prefix: '¥', scale: 100 },
  {
    name: 'approvalAboveFen',
    label: '超过多少要审核',
    prefix: '¥',
    scale: 100,
    hint: '没超过的不用你点；填 0 就是每笔都审',
  },
]

/** When commission is theirs, and how much of it can be taken at once. */
export function LimitFields({ draft, put, fault }: ProgrammeEdit) {
  return (
    <Group title='结算和限额'>
      {LIMITS.map(({ name, ...row }) => (
        <View key={name} id={placeId(name)}>
          <FigureField
            {...row}
            value={draft[name] as number}
            fault={fault(name)}
            onChange={(n) => put({ [name]: n })}
          />
        </View>
      ))}
    </Group>
  )
}

/** What commission can become. */
export function WayFields(edit: ProgrammeEdit) {
  const { draft, put, fault } = edit
  return (
    <Group title='怎么提现' hint='至少开一种'>
      <SwitchField {...edit} name='cash' label='现金' hint='你自己转账或当面给，再到「提现」里记一笔' />
      <TransferFields {...edit} />
      <View id={placeId('pointsPerYuan')}>
        <FigureField
          label='每 1 元换'
          unit='积分'
          hint='填 0 就是不能换积分'
          value={draft.pointsPerYuan}
          fault={fault('pointsPerYuan')}
          onChange={(pointsPerYuan) => put({ pointsPerYuan })}
        />
      </View>
      <CouponPrices {...edit} />
    </Group>
  )
}

const CONFIRMS = '微信从商户号转出，对方 24 小时内确认收款，没确认的自动退回'
const NO_KEYS = '要先配置微信支付的商户密钥，并开通「商家转账」，见部署说明'

/** WeChat's transfer: what it needs before it can be switched on, and the most of one. */
function TransferFields(edit: ProgrammeEdit) {
  const { draft, put, fault } = edit
  const canTransfer = useProgramme((s) => s.canTransfer)
  return (
    <>
      <SwitchField
        {...edit}
        name='transfer'
        label='微信转账'
        hint={canTransfer ? CONFIRMS : NO_KEYS}
        off={!canTransfer && !draft.transfer}
      />
      {draft.transfer && (
        <View id={placeId('transferMaxFen')}>
          <FigureField
            label='单笔最多转'
            prefix='¥'
            scale={100}
            hint='别超过商户平台上的单笔限额'
            value={draft.transferMaxFen}
            fault={fault('transferMaxFen')}
            onChange={(transferMaxFen) => put({ transferMaxFen })}
          />
        </View>
      )}
    </>
  )
}

type SwitchProps = ProgrammeEdit & {
  readonly name: 'cash' | 'transfer'
  readonly label: string
  readonly hint: string
  /** It can't be switched on, and the hint says why. */
  readonly off?: boolean
}

function SwitchField({ draft, put, fault, name, label, hint, off = false }: SwitchProps) {
  const words = fault(name)
  return (
    <View id={placeId(name)}>
      <Field label={label} hint={hint} {...(words === undefined ? {} : { error: words })}>
        <Toggle label={label} on={draft[name]} busy={off} onChange={(on) => put({ [name]: on })} />
      </Field>
    </View>
  )
}
