import { View } from '@tarojs/components'
import { useState } from 'react'
import { placeId } from '../campaigns/faults'
import { Add, Fault, replaced, without } from '../settings/parts'
import { NamedFigure } from './NamedFigure'
import { PickSheet } from './PickSheet'
import { useProgramme, type ProgrammeEdit } from './programme'

/** Coupons that commission can be exchanged for, each with what it takes. */
export function CouponPrices({ draft: { coupons }, put, fault }: ProgrammeEdit) {
  const [picking, setPicking] = useState(false)
  const { options, nameOf } = useCoupons()
  const add = (ids: readonly string[]) => {
    setPicking(false)
    put({ coupons: [...coupons, ...ids.map((campaignId) => ({ campaignId, fen: NaN }))] })
  }
  const rest = options.filter(({ id }) => coupons.every(({ campaignId }) => campaignId !== id))
  return (
    <View className='programme-form__own' id={placeId('coupons')}>
      {coupons.map(({ campaignId, fen }, i) => (
        <NamedFigure
          key={campaignId}
          id={placeId(`coupons.${i}`)}
          name={nameOf(campaignId)}
          label={`换「${nameOf(campaignId)}」用多少佣金`}
          prefix='¥'
          value={fen}
          faults={[fault(`coupons.${i}.campaignId`), fault(`coupons.${i}.fen`)]}
          onChange={(n) => put({ coupons: replaced(coupons, i, { fen: n }) })}
          onRemove={() => put({ coupons: without(coupons, i) })}
        />
      ))}
      <Fault words={fault('coupons')} />
      <Add words='加一种可以换的券' onTap={() => setPicking(true)} />
      {picking && (
        <PickSheet
          title='可以换哪种券'
          items={rest}
          none={options.length === 0 ? '先到「优惠活动」开一个「店员发放」的活动' : '能换的券都加上了'}
          onDone={add}
          onClose={() => setPicking(false)}
        />
      )}
    </View>
  )
}

/** What can be added now, and what coupons are called, those that have ended among them. */
function useCoupons() {
  const coupons = useProgramme((s) => s.coupons)
  const titles = useProgramme((s) => s.titles)
  const options = coupons.map(({ campaignId: id, title: name }) => ({ id, name }))
  const nameOf = (campaignId: string) =>
    options.find(({ id }) => id === campaignId)?.name ?? titles[campaignId] ?? '已结束的券'
  return { options, nameOf }
}
