import { Text } from '@tarojs/components'
import { yuan } from '@shared/kernel/money'
import type { PromoterCard as Card } from '@shared/promoters/office-contract'
import { Dialog } from '@/ui/Dialog'
import { said } from '../member/said'
import { DecideSheet, Meaning } from './DecideSheet'
import { balanceRows, type Deed } from './PromoterCard'
import { decide } from './store'
import { nameOf } from './words'

type Props = { readonly promoter: Card; readonly deed: Deed; readonly onClose: () => void }

const DECLINE = ['名额满了，下次再来', '信息不全，请补充后再申请', '只接受来过店里的会员']
const BAN = ['自己下单或刷单', '夸大宣传', '打扰别的顾客']

type Asked = {
  readonly to: 'accepted' | 'declined'
  readonly title: (name: string) => string
  readonly confirm: string
  readonly done: string
  readonly words: string
}
/** What is asked in a word or two and needs no reason. */
const ASKED: Readonly<Record<'accept' | 'withdraw' | 'lift', Asked>> = {
  accept: {
    to: 'accepted',
    title: (name) => `让 ${name} 成为推客？`,
    confirm: '通过',
    done: '已通过',
    words: '对方会看到佣金比例。以后由对方带来的会员下单，就开始算佣金。',
  },
  withdraw: {
    to: 'declined',
    title: () => '撤回这个邀请？',
    confirm: '撤回',
    done: '已撤回',
    words: '对方不能再直接同意，但可以自己申请。',
  },
  lift: {
    to: 'accepted',
    title: (name) => `恢复 ${name} 的资格？`,
    confirm: '恢复',
    done: '已恢复',
    words: '从现在起付款的订单又算佣金，也可以提现。停用期间的订单不补。',
  },
}

/** Asks before anything is decided of a promoter, and says what it means. */
export function Deciding({ promoter, deed, onClose }: Props) {
  const name = nameOf(promoter)
  if (deed === 'ban') return <Ban promoter={promoter} onClose={onClose} />
  if (deed === 'decline')
    return (
      <DecideSheet
        title={`不通过 ${name} 的申请`}
        presets={DECLINE}
        hint='对方会看到这个理由，也可以再次申请'
        confirm='不通过'
        onConfirm={(reason) => said(decide(promoter, 'declined', reason), '已处理', onClose)}
        onClose={onClose}
      />
    )
  const { to, title, confirm, done, words } = ASKED[deed]
  return (
    <Dialog
      open
      title={title(name)}
      confirmText={confirm}
      onConfirm={() => said(decide(promoter, to, ''), done, onClose)}
      onCancel={onClose}
    >
      <Text>{words}</Text>
    </Dialog>
  )
}

function Ban({ promoter, onClose }: Omit<Props, 'deed'>) {
  const kept = promoter.account === null ? [] : balanceRows(promoter.account).filter(({ fen }) => fen > 0)
  return (
    <DecideSheet
      title={`停用 ${nameOf(promoter)}`}
      presets={BAN}
      hint='对方会看到这个理由，也会记在操作记录里'
      confirm='停用'
      danger
      onConfirm={(reason) => said(decide(promoter, 'banned', reason), '已停用', onClose)}
      onClose={onClose}
    >
      <Meaning words='从现在起付款的订单不再算佣金，也不能申请提现，随时可以恢复。' />
      <Meaning
        words={
          kept.length === 0
            ? '账上没有钱。'
            : `账上的钱还是对方的：${kept.map(({ label, fen }) => `${label} ¥${yuan(fen)}`).join('、')}。`
        }
      />
    </DecideSheet>
  )
}
