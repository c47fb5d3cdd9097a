import { Text, View } from '@tarojs/components'
import type { Instant } from '@shared/kernel/time'
import type { BoardOrder } from '@shared/manager/contract'
import { can } from '@shared/orders/can'
import { cx } from '@/ui/cx'
import { Icon } from '@/ui/Icon'
import { Money } from '@/ui/Money'
import { PrimaryButton } from '@/ui/PrimaryButton'
import type { Deed } from './store'
import { ageOf, NOTICE_WORDS, wayOf } from './words'
import './BoardCard.scss'

type Props = {
  readonly order: BoardOrder
  readonly now: Instant
  readonly busy: boolean
  /** Came in since the page opened. */
  readonly fresh: boolean
  readonly onDeed: (deed: Deed) => unknown
  readonly onRefuse: () => void
}

/** One order at the counter: number, how long it waits, what to make, and the one next tap. */
export function BoardCard({ order, now, busy, fresh, onDeed, onRefuse }: Props) {
  const notice = order.state === 'ready' ? NOTICE_WORDS[order.notice] : ''
  return (
    <View className={cx('board-card', fresh && 'board-card--fresh')}>
      <Head order={order} now={now} fresh={fresh} />
      <Makings order={order} />
      {order.note !== '' && (
        <View className='board-card__note'>
          <Icon name='note' size='s' />
          <Text className='board-card__note-words'>{order.note}</Text>
        </View>
      )}
      <View className='board-card__foot'>
        <Text className='board-card__who'>
          {order.memberName} · {order.packaging}
        </Text>
        <Money fen={order.payFen} />
      </View>
      {notice !== '' && (
        <Text className={cx('board-card__notice', order.notice !== 'asked' && 'board-card__notice--call')}>
          {notice}
        </Text>
      )}
      <View className='board-card__buttons'>
        {can.refuse(order) && (
          <PrimaryButton tone='plain' disabled={busy} onTap={onRefuse}>
            拒单退款
          </PrimaryButton>
        )}
        <NextTap order={order} busy={busy} onDeed={onDeed} />
      </View>
    </View>
  )
}

function Head({ order, now, fresh }: Pick<Props, 'order' | 'now' | 'fresh'>) {
  const age = ageOf(order.paidAt ?? order.placedAt, now)
  return (
    <View className='board-card__head'>
      <Text className='board-card__code'>{order.pickupCode}</Text>
      <Text className={cx('board-card__way', order.way === 'dineIn' && 'board-card__way--table')}>
        {wayOf(order)}
      </Text>
      {fresh && <Text className='board-card__new'>新</Text>}
      <Text className={cx('board-card__age', age.late && 'board-card__age--late')}>{age.text}</Text>
    </View>
  )
}

function Makings({ order }: { readonly order: BoardOrder }) {
  return (
    <View className='board-card__lines'>
      {order.lines.map((line, i) => (
        <View key={i} className='board-card__line'>
          <View className='board-card__what'>
            <Text className='board-card__name'>{line.name}</Text>
            {line.specText !== '' && <Text className='board-card__spec'>{line.specText}</Text>}
          </View>
          <Text className={cx('board-card__qty', line.qty > 1 && 'board-card__qty--many')}>×{line.qty}</Text>
        </View>
      ))}
    </View>
  )
}

function NextTap({ order, busy, onDeed }: Pick<Props, 'order' | 'busy' | 'onDeed'>) {
  const button = (deed: Deed, words: string, tone: 'accent' | 'green') => (
    <PrimaryButton className='board-card__next' tone={tone} busy={busy} onTap={() => onDeed(deed)}>
      {words}
    </PrimaryButton>
  )
  if (can.accept(order)) return button('accept', '接单', 'accent')
  if (can.ready(order)) return button('ready', '做好了，叫号', 'green')
  if (can.handOver(order)) return button('handOver', '已取走', 'green')
  return null
}
