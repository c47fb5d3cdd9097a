import { Text, View } from '@tarojs/components'
import { yuan } from '@shared/kernel/money'
import type { Instant } from '@shared/kernel/time'
import type { BoardOrder } from '@shared/manager/contract'
import { can } from '@shared/orders/can'
import { cx } from '@/ui/cx'
import { Icon } from '@/ui/Icon'
import { Money } from '@/ui/Money'
import { PrimaryButton } from '@/ui/PrimaryButton'
import { BoardMakings } from './BoardMakings'
import { BoardPlace } from './BoardPlace'
import { nextDeed } from './next-deed'
import { givenBack } from './refund-choice'
import { ageOf, isUrgent, noticeOf, rideAge, type Age, slotAge, slotText, urgentWords, wayOf } from './words'
import './BoardCard.scss'

type Props = {
  readonly order: BoardOrder
  readonly now: Instant
  readonly busy: boolean
  /** Came in since the page opened. */
  readonly fresh: boolean
  /** Its batch says already when and where: the card need not. */
  readonly inBatch?: boolean
  /** The one tap that comes next; absent where it is not its time yet. */
  readonly onNext?: () => unknown
  readonly onRefuse: () => void
  readonly onMore: () => void
}

/** One order at the counter: number, how long it waits, what to make, and the one next tap. */
export function BoardCard(props: Props) {
  const { order, now, fresh, inBatch = false } = props
  const notice = noticeOf(order)
  return (
    <View className={cx('board-card', fresh && 'board-card--fresh', isUrgent(order) && 'board-card--urgent')}>
      <Urgent order={order} now={now} />
      {order.slot !== null && !inBatch && (
        <Text className='board-card__slot'>{slotText(order.slot, now)}</Text>
      )}
      <Head order={order} now={now} fresh={fresh} />
      {order.way === 'delivery' && <BoardPlace destination={order.destination} />}
      <BoardMakings order={order} />
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
        <Paid order={order} />
      </View>
      {notice !== '' && (
        <Text className={cx('board-card__notice', order.notice !== 'asked' && 'board-card__notice--call')}>
          {notice}
        </Text>
      )}
      {order.state === 'delivering' && ageNow(order, now).late && (
        <Text className='board-card__notice board-card__notice--call'>
          送到了请点「已送达」，没标记的打烊后自动完成
        </Text>
      )}
      <Buttons {...props} />
    </View>
  )
}

function Urgent({ order, now }: Pick<Props, 'order' | 'now'>) {
  const words = urgentWords(order, now)
  if (words === '') return null
  return (
    <View className='board-card__urgent'>
      <Icon name='bell' size='s' />
      <Text>{words}</Text>
    </View>
  )
}

function Head({ order, now, fresh }: Pick<Props, 'order' | 'now' | 'fresh'>) {
  const age = ageNow(order, now)
  return (
    <View className='board-card__head'>
      <Text className='board-card__code'>{order.pickupCode}</Text>
      <Text className={cx('board-card__way', `board-card__way--${order.way}`)}>{wayOf(order)}</Text>
      {fresh && <Text className='board-card__new'>新</Text>}
      <Text className={cx('board-card__age', age.late && 'board-card__age--late')}>{age.text}</Text>
    </View>
  )
}

/** How long it waits, until when it has time, or how long its rider is under way. */
function ageNow({ state, slot, deliveringAt, paidAt, placedAt }: BoardOrder, now: Instant): Age {
  if (state === 'delivering' && deliveringAt !== null) return rideAge(deliveringAt, now)
  if (slot === null) return ageOf(paidAt ?? placedAt, now)
  const age = slotAge(slot.at, now)
  return age.text === '' && state === 'making' ? { ...age, text: '已接单' } : age
}

/** What was paid, and what of it has been given back. */
function Paid({ order }: Pick<Props, 'order'>) {
  const givenFen = givenBack(order)
  return (
    <View className='board-card__paid'>
      {givenFen > 0 && <Text className='board-card__given'>已退 ¥{yuan(givenFen)}</Text>}
      <Money fen={order.payFen} />
    </View>
  )
}

function Buttons({ order, busy, onNext, onRefuse, onMore }: Props) {
  const next = onNext === undefined ? null : nextDeed(order)
  return (
    <View className='board-card__buttons'>
      <View className='board-card__more' aria-label={`${order.pickupCode} 更多`} onClick={onMore}>
        <Icon name='more' />
      </View>
      {can.refuse(order) && (
        <PrimaryButton tone='plain' disabled={busy} onTap={onRefuse}>
          拒单退款
        </PrimaryButton>
      )}
      {next !== null && (
        <PrimaryButton className='board-card__next' tone={next.tone} busy={busy} onTap={() => onNext?.()}>
          {next.words}
        </PrimaryButton>
      )}
    </View>
  )
}
