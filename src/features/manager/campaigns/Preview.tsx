import { Text, View } from '@tarojs/components'
import { benefitWords } from '@shared/coupons/benefit'
import { limitWords, scopeWords } from '@shared/coupons/scope-words'
import type { Benefit } from '@shared/coupons/contract'
import { useNames } from '@/features/catalogue'
import { cloudNow } from '@/platform/clock'
import { cx } from '@/ui/cx'
import { Ticket } from '@/ui/Ticket'
import { HEAD_ID } from './deeds'
import { validityWords } from './describe'
import { forecastOf } from './forecast'
import { useForm } from './form-context'
import type { ReadForm } from './read-form'
import { yuanGrouped } from './typed'
import { StandingMark } from './StandingMark'
import { BENEFIT_NAMES, isLong, standingOf } from './words'
import './Preview.scss'

/** The ticket as the customer will see it, and what it may cost: always in sight while the form is filled in. */
export function Preview() {
  const { read, opened } = useForm()
  const names = useNames()
  const { terms } = read.draft
  const { big, unit, line, most } = stubOf(read)
  const limits = limitWords(terms, names)
  return (
    <View className='preview' id={HEAD_ID}>
      <Ticket
        stub={
          <>
            <View className='preview__value'>
              <Text className={cx('preview__big', isLong(big) && 'preview__big--long')}>{big}</Text>
              {unit !== '' && <Text className='preview__unit'>{unit}</Text>}
            </View>
            <Text className='preview__line'>{line}</Text>
          </>
        }
        action={opened !== null && <StandingMark standing={standingOf(opened, cloudNow())} />}
      >
        <Text className='preview__title'>{terms.title}</Text>
        <Text className='preview__words'>{[terms.source, scopeWords(terms, names)].join(' · ')}</Text>
        {limits.length > 0 && <Text className='preview__words'>{limits.join(' · ')}</Text>}
        <Text className='preview__words'>
          {[validityWords(read.draft), most].filter(Boolean).join(' · ')}
        </Text>
      </Ticket>
      <Cost />
    </View>
  )
}

const unreadFields = ({ missing, garbled }: ReadForm): readonly string[] =>
  [...missing, ...garbled].map(({ field }) => field)

/** What stands on the stub; while the main number is not there, only what kind it is. */
function stubOf(read: ReadForm) {
  const { benefit } = read.draft.terms
  const unread = unreadFields(read).filter((field) => field.startsWith('terms.benefit.'))
  const side = ['terms.benefit.capFen', 'terms.benefit.thresholdFen']
  if (unread.some((field) => !side.includes(field)))
    return { big: '?', unit: '', line: BENEFIT_NAMES[benefit.kind], most: '' }
  const words = benefitWords(readable(benefit))
  return unread.includes('terms.benefit.capFen') ? { ...words, most: '' } : words
}

/** Without the marks of what could not be read. */
function readable(benefit: Benefit): Benefit {
  return Object.fromEntries(
    Object.entries(benefit).map(([key, value]) => [
      key,
      typeof value === 'number' ? Math.max(0, value) : value,
    ]),
  ) as Benefit
}

function Cost() {
  const { read, opened } = useForm()
  // what is over gives nothing out any more
  if (opened?.state === 'ended') return null
  const unread = unreadFields(read)
  const { eachFen, mostFen, count } = forecastOf(read.draft, opened ?? undefined)
  if (eachFen <= 0 || unread.some((field) => field.startsWith('budget.') && field !== 'budget.shards'))
    return <Text className='preview__cost'>填好优惠和预算，就知道最多花多少</Text>
  const each = `每张最多 ¥${yuanGrouped(eachFen)}`
  if (mostFen === null)
    return <Text className='preview__cost preview__cost--open'>没有设上限，花多少没有底 · {each}</Text>
  return (
    <Text className='preview__cost'>
      最多花费 <Text className='preview__most'>¥{yuanGrouped(mostFen)}</Text> · 共 {count} 张，{each}
    </Text>
  )
}
