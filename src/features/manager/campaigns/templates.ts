import type { Menu } from '@shared/catalogue/contract'
import { DAY_MS, startOfShopDay, type Instant } from '@shared/kernel/time'
import { capAdvice } from './cap'
import { EVERYTHING, NO_BENEFIT, NO_ENTRY, type CampaignForm } from './form'
import { endMoment, instantOf, startMoment } from './moments'
import { readForm } from './read-form'
import { typedYuan } from './typed'

export type TemplateId = 'welcome' | 'amount' | 'second'
export type Template = { readonly id: TemplateId; readonly name: string; readonly about: string }
/** What most shops begin with; each fills the form in, nothing is made before the owner says so. */
export const TEMPLATES: readonly Template[] = [
  { id: 'welcome', name: '新人礼', about: '入会立得满 15 减 5，一周内有效' },
  { id: 'amount', name: '满减', about: '领券中心放 100 张满 20 减 3' },
  { id: 'second', name: '第二杯半价', about: '领券中心放 50 张，带朋友一起喝' },
]
export const isTemplate = (id: string | undefined): id is TemplateId =>
  TEMPLATES.some((template) => template.id === id)

const MONTH_DAYS = 30
const YEAR_DAYS = 365

/** A campaign of which nothing is said yet: from today, for thirty days, in the claim centre. */
export function blankForm(now: Instant, days = MONTH_DAYS): CampaignForm {
  const from = startOfShopDay(now)
  const period = { from: startMoment(from), to: endMoment(from + days * DAY_MS) }
  return {
    benefit: NO_BENEFIT,
    name: '',
    title: '',
    source: '',
    entry: NO_ENTRY,
    scope: EVERYTHING,
    storeIds: [],
    ways: [],
    days: [],
    hours: [],
    validity: { kind: 'days', days: '7', ...period },
    audience: { newMembers: false, tierIds: [], tags: [] },
    perMember: '1',
    budget: { count: '', fen: '', shards: '1' },
    period,
  }
}

/** The form as a template fills it in. `menu` null: not heard yet, the cap stays open. */
export function templateForm(
  id: TemplateId,
  now: Instant,
  menu: Pick<Menu, 'products'> | null,
): CampaignForm {
  const blank = blankForm(now)
  switch (id) {
    case 'welcome':
      return {
        ...blankForm(now, YEAR_DAYS),
        benefit: { ...NO_BENEFIT, off: '5', threshold: '15' },
        entry: { ...NO_ENTRY, kind: 'signup' },
        name: '新人礼',
        title: '新人 5 元券',
        budget: { ...blank.budget, count: '200' },
      }
    case 'amount':
      return {
        ...blank,
        benefit: { ...NO_BENEFIT, off: '3', threshold: '20' },
        name: '满减',
        budget: { ...blank.budget, count: '100' },
      }
    case 'second':
      return secondCup(blank, menu)
  }
}

function secondCup(blank: CampaignForm, menu: Pick<Menu, 'products'> | null): CampaignForm {
  const form: CampaignForm = {
    ...blank,
    benefit: { ...NO_BENEFIT, kind: 'nthUnit', nth: '2', rate: '5' },
    name: '第二杯半价',
    title: '第二杯半价',
    budget: { ...blank.budget, count: '50' },
  }
  const { benefit } = readForm(form).draft.terms
  const advice = menu === null ? null : capAdvice(benefit, form.scope, { menu, stores: [] })
  return advice === null ? form : { ...form, benefit: { ...form.benefit, cap: typedYuan(advice.capFen) } }
}

/** A new form like an old campaign's: its time begins today and lasts as long; its code and channel stay with the old one. */
export function copyForm(form: CampaignForm, now: Instant): CampaignForm {
  const days = Math.max(1, Math.ceil((instantOf(form.period.to) - instantOf(form.period.from)) / DAY_MS))
  const { period, validity } = blankForm(now, days)
  return {
    ...form,
    entry: { ...form.entry, code: '', channel: '' },
    validity: form.validity.kind === 'days' ? form.validity : { ...validity, kind: 'dates' },
    period,
  }
}
