import type { CampaignDraft, Entry, FieldFault, Validity } from '@shared/coupons/campaign-contract'
import { mayRepeat } from '@shared/coupons/campaign-state'
import { couponCode } from '@shared/coupons/code'
import type { Benefit } from '@shared/coupons/contract'
import type { BenefitForm, CampaignForm, EntryForm, ValidityForm } from './form'
import { minutesOf } from '@shared/stores/clock'
import { instantOf } from './moments'
import { readCount, readYuan, readZhe, type Typed } from './typed'
import { BENEFIT_NAMES, ENTRY_NAMES, titleOf } from './words'

/** Stands for a number that could not be read: outside of every range, so nothing is concluded from it. */
const UNREAD = -1
/** What the cloud replaces by the channel's own secret. */
const NEW_CHANNEL = 'NEWCHANNEL'

export type ReadForm = {
  readonly draft: CampaignDraft
  /** Numbers that are not there yet. */
  readonly missing: readonly FieldFault[]
  /** Numbers that can't be read, or are finer than a fen: said while they are typed. */
  readonly garbled: readonly FieldFault[]
}
type Format = { readonly read: (text: string) => Typed; readonly tooFine: string; readonly garbled: string }
const YUAN: Format = {
  read: readYuan,
  tooFine: '金额最多两位小数，比如 9.9',
  garbled: '这里填金额，比如 9.9',
}
const ZHE: Format = {
  read: readZhe,
  tooFine: '折扣最多两位小数，比如 8.5',
  garbled: '打几折就填几，比如 8.5',
}
const COUNT: Format = { read: readCount, tooFine: '这里填整数', garbled: '这里填整数' }

/** Reads numbers one after the other, and keeps what was wrong with them. */
function reader() {
  const missing: FieldFault[] = []
  const garbled: FieldFault[] = []
  const number = (format: Format, field: string, text: string, ifEmpty: number | string): number => {
    const typed = format.read(text)
    if (typeof typed === 'number') return typed
    if (typed !== 'empty') garbled.push({ field, sentence: format[typed] })
    else if (typeof ifEmpty === 'number') return ifEmpty
    else missing.push({ field, sentence: `${ifEmpty}还没有填` })
    return UNREAD
  }
  return { missing, garbled, number }
}
type Reader = ReturnType<typeof reader>

function readBenefit(form: BenefitForm, { number }: Reader): Benefit {
  const at = (name: string) => `terms.benefit.${name}`
  const cap = () => number(YUAN, at('capFen'), form.cap, '最高减')
  const threshold = () => number(YUAN, at('thresholdFen'), form.threshold, 0)
  const rate = () => number(ZHE, at('payBp'), form.rate, '折扣')
  const { kind } = form
  switch (kind) {
    case 'amountOff':
      return { kind, offFen: number(YUAN, at('offFen'), form.off, '减的金额'), thresholdFen: threshold() }
    case 'percentOff':
      return { kind, payBp: rate(), capFen: cap(), thresholdFen: threshold() }
    case 'fixedPrice':
      return { kind, priceFen: number(YUAN, at('priceFen'), form.price, '特价'), capFen: cap() }
    case 'nthUnit':
      return { kind, nth: number(COUNT, at('nth'), form.nth, '第几件'), payBp: rate(), capFen: cap() }
    case 'exchange':
      return { kind, capFen: cap() }
    case 'buyNGetM': {
      const buy = number(COUNT, at('buy'), form.buy, '买几件')
      return { kind, buy, get: number(COUNT, at('get'), form.get, '送几件'), capFen: cap() }
    }
    case 'freeDelivery':
      return { kind, capFen: cap(), thresholdFen: threshold() }
  }
}

function readEntry(form: EntryForm, { number }: Reader): Entry {
  const { kind } = form
  switch (kind) {
    case 'code':
      return { kind, code: couponCode(form.code) ?? form.code.trim() }
    case 'channel':
      return { kind, channel: form.channel === '' ? NEW_CHANNEL : form.channel }
    case 'birthday':
      return { kind, daysBefore: number(COUNT, 'entry.daysBefore', form.daysBefore, 0) }
    case 'nthOrder':
      return { kind, nth: number(COUNT, 'entry.nth', form.nth, '第几单') }
    case 'dormant':
      return { kind, days: number(COUNT, 'entry.days', form.absentDays, '没来的天数') }
    case 'points':
      return { kind, points: number(COUNT, 'entry.points', form.points, '积分') }
    default:
      return { kind }
  }
}

function readValidity({ kind, days, from, to }: ValidityForm, { number }: Reader): Validity {
  return kind === 'days'
    ? { kind, days: number(COUNT, 'validity.days', days, '有效天数') }
    : { kind, startAt: instantOf(from), endAt: instantOf(to) }
}

/** An empty field is no limit. */
function readBudget({ count, fen, shards }: CampaignForm['budget'], { number }: Reader) {
  const limit = (format: Format, field: string, text: string) =>
    format.read(text) === 'empty' ? null : number(format, field, text, '')
  return {
    count: limit(COUNT, 'budget.count', count),
    fen: limit(YUAN, 'budget.fen', fen),
    shards: number(COUNT, 'budget.shards', shards, 1),
  }
}

/** The draft that a form says. Names that were left empty are made from what the coupon is. */
export function readForm(form: CampaignForm): ReadForm {
  const numbers = reader()
  const benefit = readBenefit(form.benefit, numbers)
  const isWhole = numbers.missing.length + numbers.garbled.length === 0
  const entry = readEntry(form.entry, numbers)
  const title = form.title.trim() || (isWhole ? titleOf(benefit) : BENEFIT_NAMES[benefit.kind])
  const draft: CampaignDraft = {
    name: form.name.trim() || title,
    entry,
    terms: {
      benefit,
      title,
      source: form.source.trim() || ENTRY_NAMES[entry.kind],
      scope: form.scope,
      storeIds: [...form.storeIds],
      ways: [...form.ways],
      days: [...form.days],
      hours: form.hours.map(({ from, to }) => ({ from: minutesOf(from), to: minutesOf(to) })),
    },
    validity: readValidity(form.validity, numbers),
    audience: form.audience,
    perMember: mayRepeat(entry) ? numbers.number(COUNT, 'perMember', form.perMember, 1) : 1,
    budget: readBudget(form.budget, numbers),
    startAt: instantOf(form.period.from),
    endAt: instantOf(form.period.to),
  }
  return { draft, missing: numbers.missing, garbled: numbers.garbled }
}
