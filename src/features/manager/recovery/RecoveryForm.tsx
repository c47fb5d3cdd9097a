import { Text, View } from '@tarojs/components'
import { useEffect, useMemo, useState } from 'react'
import { sortedCopy } from '@shared/kernel/lists'
import type { RecoveryDraft } from '@shared/recovery/contract'
import { planFaults } from '@shared/recovery/plan-faults'
import { askBeforeLeaving } from '@/platform/leaving'
import { scrollPageTo } from '@/platform/scroll'
import { Dialog } from '@/ui/Dialog'
import { Field } from '@/ui/Field'
import { Page } from '@/ui/Page'
import { PrimaryButton } from '@/ui/PrimaryButton'
import { toast } from '@/ui/toast'
import { Toggle } from '@/ui/Toggle'
import { Group } from '../campaigns/FormParts'
import { placeId } from '../campaigns/faults'
import { useEdit, type Answer, type Edit } from '../settings/edit'
import { changedNames } from '../settings/merge'
import { Changed } from '../settings/SectionSheet'
import type { Form } from '../settings/store'
import { Advanced } from './Advanced'
import { CouponFields } from './CouponFields'
import { MissingTemplates } from './MissingTemplates'
import { RuleFields } from './RuleFields'
import { beginsAnew, COUPON_RULES, FIELDS, NAMES, placeOf, REMINDER } from './rules'
import { saveRecovery, useRecovery } from './store'
import './RecoveryForm.scss'

/** Nothing sticks to the top of this page. */
const NO_HEAD = 'recovery-head'

/** How orders that were left are answered: every figure has a default, so that switching it on is enough. */
export function RecoveryForm({ form }: { readonly form: Form<RecoveryDraft> }) {
  const faultsOf = useFaults()
  const section = useEdit({ form, fields: FIELDS, faultsOf, save: saveRecovery })
  const { edit, base, theirs, dirty } = section
  const isFirst = useRecovery((s) => s.report !== null && s.report.running === null)
  const [asking, setAsking] = useState(false)
  useEffect(() => (dirty ? askBeforeLeaving('改动还没有保存，要离开吗？') : undefined), [dirty])
  const save = () => section.save().then(tell)
  const asksFirst = !isFirst && beginsAnew(base.draft, edit.draft) && faultsOf(edit.draft).length === 0
  const footer = (
    <PrimaryButton size='l' disabled={!dirty} onTap={() => (asksFirst ? setAsking(true) : save())}>
      {dirty ? '保存' : '没有改动'}
    </PrimaryButton>
  )
  return (
    <Page title='没付完的单' footer={footer}>
      <View className='recovery-form'>
        <MissingTemplates />
        <Fields {...edit} />
      </View>
      <Anew
        open={asking}
        onCancel={() => setAsking(false)}
        onConfirm={async () => {
          await save()
          setAsking(false)
        }}
      />
      {theirs !== null && !asking && (
        <Changed
          names={changedNames(base.draft, theirs.draft, NAMES)}
          onTheirs={() => section.takeTheirs(theirs)}
          onMine={() => section.saveMine(theirs).then(tell)}
        />
      )}
    </Page>
  )
}

function Fields(edit: Edit<RecoveryDraft>) {
  const { draft, put, fault } = edit
  // what is wrong is shown even where no coupon needs it
  const gives = draft.campaignId !== null || COUPON_RULES.some(({ name }) => fault(name) !== undefined)
  return (
    <>
      <Group title='没付完的单'>
        <Field
          label='提醒和发券'
          hint={draft.on ? '下单没付的顾客会收到提醒' : '停用时不提醒、不发券，已发的券照常能用'}
        >
          <Toggle label='提醒和发券' on={draft.on} onChange={(on) => put({ on })} />
        </Field>
        <RuleFields rules={[REMINDER]} edit={edit} />
      </Group>
      <CouponFields {...edit} />
      {gives && (
        <Group title='怎么发' hint='常客、刚买过的、总等券的，会自动跳过'>
          <RuleFields rules={COUPON_RULES} edit={edit} />
        </Group>
      )}
      <Advanced edit={edit} gives={gives} />
    </>
  )
}

type AnewProps = {
  readonly open: boolean
  readonly onCancel: () => void
  readonly onConfirm: () => Promise<void>
}

const Anew = (props: AnewProps) => (
  <Dialog {...props} title='会开始一次新的比较' confirmText='保存' cancelText='再想想'>
    <Text>
      规则改了，前后的数字不能混着算：两组人数从零数起，看结果的日子也重新算。已经下的单仍按原来的规则。
    </Text>
  </Dialog>
)

/** Says what came of saving; the field at which something is wrong comes into sight. */
function tell(answer: Answer): void {
  if (answer === 'saved') toast('已保存')
  else if (answer !== 'changed') {
    toast(answer.sentence)
    if (answer.field !== '') scrollPageTo(placeId(answer.field), NO_HEAD)
  }
}

/** What the rules say of a draft, in the order of the page. The shop's time for payment only the cloud knows. */
function useFaults(): (draft: RecoveryDraft) => ReturnType<typeof planFaults> {
  const choices = useRecovery((s) => s.around.choices)
  return useMemo(() => {
    const costs = Object.fromEntries(choices.map(({ campaignId, costFen }) => [campaignId, costFen]))
    return (draft) =>
      sortedCopy(
        planFaults(draft, { payWithinMs: Infinity, costs }),
        (a, b) => placeOf(a.field) - placeOf(b.field),
      )
  }, [choices])
}
