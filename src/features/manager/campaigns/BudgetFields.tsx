import { View } from '@tarojs/components'
import { useState } from 'react'
import { mayRepeat } from '@shared/coupons/campaign-state'
import { toggled } from './CheckList'
import { audienceWords } from './describe'
import { edit } from './editor'
import { useForm, useHasBegun } from './form-context'
import { Chips, Group, NumberRow, Row, SwitchRow } from './FormParts'
import { TagFields } from './TagFields'
import { yuanGrouped } from './typed'
import { useTiers } from './shop'

/** Who may have one, and how many there are. */
export function AudienceFields() {
  const { form, read } = useForm()
  const tiers = useTiers()
  const { audience } = form
  const repeats = mayRepeat(read.draft.entry)
  return (
    <Group title='发给谁' hint={audienceWords({ audience }, tiers)}>
      <SwitchRow
        place='audience.newMembers'
        label='只给没下过单的会员'
        on={audience.newMembers}
        onTurn={(newMembers) => edit({ audience: { ...audience, newMembers } })}
      />
      {tiers.length > 0 && (
        <Chips
          place='audience.tierIds'
          label='会员等级'
          {...(audience.tierIds.length === 0 ? { hint: '不选就是所有等级' } : {})}
          items={tiers}
          isOn={(id) => audience.tierIds.includes(id)}
          onTap={(id) => edit({ audience: { ...audience, tierIds: toggled(audience.tierIds, id) } })}
        />
      )}
      <TagFields audience={audience} />
      {repeats && (
        <NumberRow
          whole
          place='perMember'
          label='每人最多'
          unit='张'
          placeholder='1'
          value={form.perMember}
          onType={(perMember) => edit({ perMember })}
        />
      )}
    </Group>
  )
}

export function BudgetFields() {
  const { form, opened } = useForm()
  const begun = useHasBegun()
  const { budget } = form
  const change = (part: Partial<typeof budget>) => edit({ budget: { ...budget, ...part } })
  const issued =
    begun && opened !== null && opened.issued > 0
      ? { hint: `已发出 ${opened.issued} 张，最多花费 ¥${yuanGrouped(opened.issuedFen)}，不能比这更少` }
      : { hint: '两个都填，先到哪个算哪个' }
  return (
    <Group title='预算' {...issued}>
      <NumberRow
        whole
        place='budget.count'
        label='最多发'
        unit='张'
        placeholder='不限'
        value={budget.count}
        onType={(count) => change({ count })}
      />
      <NumberRow
        place='budget.fen'
        label='最多花'
        hint='每张券按它最多能减的钱算'
        unit='元'
        placeholder='不限'
        value={budget.fen}
        onType={(fen) => change({ fen })}
      />
    </Group>
  )
}

/** What few campaigns need. */
export function AdvancedFields() {
  const { form, faults } = useForm()
  const { budget } = form
  const wrong = faults.has('budget.shards')
  const [open, setOpen] = useState(budget.shards !== '1')
  if (!open && !wrong)
    return (
      <View className='form-group'>
        <Row place='advanced' label='高级' hint='抢券分片' onTap={() => setOpen(true)} />
      </View>
    )
  return (
    <Group title='高级'>
      <NumberRow
        whole
        place='budget.shards'
        label='抢券分片'
        hint='同一秒会有几十人抢的活动才需要，预算分成几份同时发；平时填 1'
        unit='份'
        placeholder='1'
        value={budget.shards}
        onType={(shards) => edit({ budget: { ...budget, shards } })}
      />
    </Group>
  )
}
