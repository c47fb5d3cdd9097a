import { Text, View } from '@tarojs/components'
import { useEffect, useMemo } from 'react'
import { sortedCopy } from '@shared/kernel/lists'
import type { ProgrammeDraft } from '@shared/promoters/office-contract'
import { programmeFaults, type ProgrammeFacts } from '@shared/promoters/programme-faults'
import { useShop } from '@/features/catalogue'
import { askBeforeLeaving } from '@/platform/leaving'
import { scrollPageTo } from '@/platform/scroll'
import { cx } from '@/ui/cx'
import { Field } from '@/ui/Field'
import { Page } from '@/ui/Page'
import { PrimaryButton } from '@/ui/PrimaryButton'
import { toast } from '@/ui/toast'
import { Toggle } from '@/ui/Toggle'
import { Group } from '../campaigns/FormParts'
import { placeId } from '../campaigns/faults'
import { useEdit, type Answer } from '../settings/edit'
import { changedNames } from '../settings/merge'
import { Changed } from '../settings/SectionSheet'
import type { Form } from '../settings/store'
import { LimitFields, WayFields } from './PayoutFields'
import { saveProgramme, useProgramme, type ProgrammeEdit } from './programme'
import { RateFields } from './RateFields'
import { TermsField } from './TermsField'
import './ProgrammeForm.scss'

/** The form's fields from top to foot, and what they are called. */
const NAMES: Readonly<Record<keyof ProgrammeDraft, string>> = {
  open: '招募推客',
  rateBp: '全店比例',
  categories: '分类比例',
  products: '商品比例',
  returnDays: '结算等待',
  minimumFen: '最低提现',
  dailyFen: '每天上限',
  approvalAboveFen: '审核额度',
  cash: '现金提现',
  transfer: '微信转账',
  transferMaxFen: '单笔转账上限',
  pointsPerYuan: '换积分',
  coupons: '换优惠券',
  terms: '推客须知',
}
/** Nothing sticks to the top of this page. */
const NO_HEAD = 'programme-head'
const ORDER = Object.keys(NAMES)
const placeOf = (field: string): number => ORDER.indexOf(field.split('.')[0] ?? '')

/** The programme's form, for the owner to change and for managers to read. */
export function ProgrammeForm({ form }: { readonly form: Form<ProgrammeDraft> }) {
  const isOwner = useProgramme((s) => s.isOwner)
  const faultsOf = useFaults()
  const section = useEdit({ form, fields: ORDER, faultsOf, save: saveProgramme })
  const { edit, base, theirs, dirty } = section
  useEffect(
    () => (dirty && isOwner ? askBeforeLeaving('改动还没有保存，要离开吗？') : undefined),
    [dirty, isOwner],
  )
  const footer = (
    <PrimaryButton size='l' disabled={!dirty} onTap={() => section.save().then(tell)}>
      {dirty ? '保存' : '没有改动'}
    </PrimaryButton>
  )
  return (
    <Page title='推客计划' {...(isOwner ? { footer } : {})}>
      <View className={cx('programme-form', !isOwner && 'programme-form--locked')}>
        {!isOwner && <Text className='programme-form__notice'>只有店主能改，你可以看</Text>}
        <OpenField {...edit} />
        <RateFields {...edit} />
        <LimitFields {...edit} />
        <WayFields {...edit} />
        <TermsField {...edit} />
      </View>
      {theirs !== null && (
        <Changed
          names={changedNames(base.draft, theirs.draft, NAMES)}
          onTheirs={() => section.takeTheirs(theirs)}
          onMine={() => section.saveMine(theirs).then(tell)}
        />
      )}
    </Page>
  )
}

/** Says what came of saving; the field at which something is wrong comes into sight. */
function tell(answer: Answer): void {
  if (answer === 'saved') toast('已保存')
  else if (answer !== 'changed') {
    toast(answer.sentence)
    if (answer.field !== '') scrollPageTo(elementOf(answer.field), NO_HEAD)
  }
}

/** A coupon's line is one place, whichever part of it is wrong. */
const elementOf = (field: string): string => placeId(field.replace(/^(coupons\.\d+)\..*$/, '$1'))

/** What the rules say of a draft, in the order of the page. What the phone can't know is left to the cloud. */
function useFaults(): (draft: ProgrammeDraft) => ReturnType<typeof programmeFaults> {
  const menu = useShop((s) => s.menu)
  const pointFen = useShop((s) => s.shop?.loyalty.pointFen)
  const coupons = useProgramme((s) => s.coupons)
  const canTransfer = useProgramme((s) => s.canTransfer)
  return useMemo(
    () => (draft) => {
      const facts: ProgrammeFacts = {
        categoryIds: menu?.categories.map(({ id }) => id) ?? Object.keys(draft.categories),
        productIds: menu?.products.map(({ id }) => id) ?? Object.keys(draft.products),
        pointFen: pointFen ?? 1,
        canTransfer,
        couponTitles: Object.fromEntries(coupons.map(({ campaignId, title }) => [campaignId, title])),
      }
      return sortedCopy(programmeFaults(draft, facts), (a, b) => placeOf(a.field) - placeOf(b.field))
    },
    [menu, pointFen, coupons, canTransfer],
  )
}

function OpenField({ draft, put }: ProgrammeEdit) {
  return (
    <Group title='推客计划' hint='老客分享带来新会员，新会员下单，你付佣金。只有一级，不收任何费用'>
      <View id={placeId('open')}>
        <Field
          label='招募推客'
          hint={
            draft.open ? '会员可以申请，新订单算佣金' : '不接受申请，新订单不算佣金；已有的佣金照常结算和提现'
          }
        >
          <Toggle label='招募推客' on={draft.open} onChange={(open) => put({ open })} />
        </Field>
      </View>
    </Group>
  )
}
