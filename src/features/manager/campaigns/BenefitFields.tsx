import { Text, View } from '@tarojs/components'
import { useShop } from '@/features/catalogue'
import { yuan } from '@shared/kernel/money'
import { capAdvice } from './cap'
import { edit } from './editor'
import type { BenefitForm } from './form'
import { useForm, useHasBegun } from './form-context'
import { Chips, Group, NumberRow } from './FormParts'
import { readYuan, typedYuan } from './typed'
import { useStores } from './shop'
import { BENEFIT_NAMES, kindsOf } from './words'
import './BenefitFields.scss'

const KINDS = kindsOf(BENEFIT_NAMES).map((id) => ({ id, name: BENEFIT_NAMES[id] }))
const change = (form: BenefitForm, part: Partial<BenefitForm>) => edit({ benefit: { ...form, ...part } })

/** What the coupon takes off. */
export function BenefitFields() {
  const { benefit } = useForm().form
  const begun = useHasBegun()
  return (
    <Group title='优惠' {...(begun ? { hint: '改了只对以后发的券有效，已发出的券不变' } : {})}>
      <Chips
        place='terms.benefit'
        items={KINDS}
        isOn={(kind) => kind === benefit.kind}
        onTap={(kind) => change(benefit, { kind })}
      />
      <Numbers benefit={benefit} />
    </Group>
  )
}

function Numbers({ benefit }: { readonly benefit: BenefitForm }) {
  const { kind } = benefit
  const percent = kind === 'percentOff' || kind === 'nthUnit'
  return (
    <>
      {kind === 'amountOff' && <Yuan benefit={benefit} name='off' field='offFen' label='减多少' hint='3' />}
      {kind === 'fixedPrice' && (
        <Yuan benefit={benefit} name='price' field='priceFen' label='一件只要' hint='9.9' />
      )}
      {kind === 'nthUnit' && <Whole benefit={benefit} name='nth' label='第几件' unit='件' />}
      {kind === 'buyNGetM' && <Whole benefit={benefit} name='buy' label='买' unit='件' />}
      {kind === 'buyNGetM' && <Whole benefit={benefit} name='get' label='送' unit='件' />}
      {percent && (
        <NumberRow
          place='terms.benefit.payBp'
          label={kind === 'nthUnit' ? '这一件打几折' : '打几折'}
          hint={kind === 'nthUnit' ? '5 折就是半价' : '8.5 折就是少付 15%'}
          unit='折'
          placeholder={kind === 'nthUnit' ? '5' : '8.5'}
          value={benefit.rate}
          onType={(rate) => change(benefit, { rate })}
        />
      )}
      {kind !== 'amountOff' && <Cap benefit={benefit} />}
      {(kind === 'amountOff' || kind === 'percentOff' || kind === 'freeDelivery') && (
        <Yuan
          benefit={benefit}
          name='threshold'
          field='thresholdFen'
          label='满多少可用'
          hint='不填就没有门槛'
        />
      )}
    </>
  )
}

type YuanProps = {
  readonly benefit: BenefitForm
  readonly name: 'off' | 'price' | 'threshold'
  readonly field: string
  readonly label: string
  readonly hint: string
}

function Yuan({ benefit, name, field, label, hint }: YuanProps) {
  return (
    <NumberRow
      place={`terms.benefit.${field}`}
      label={label}
      unit='元'
      placeholder={hint}
      value={benefit[name]}
      onType={(text) => change(benefit, { [name]: text })}
    />
  )
}

type WholeProps = {
  readonly benefit: BenefitForm
  readonly name: 'nth' | 'buy' | 'get'
  readonly label: string
  readonly unit: string
}

function Whole({ benefit, name, label, unit }: WholeProps) {
  return (
    <NumberRow
      whole
      place={`terms.benefit.${name}`}
      label={label}
      unit={unit}
      placeholder='1'
      value={benefit[name]}
      onType={(text) => change(benefit, { [name]: text })}
    />
  )
}

/** The most that one coupon may cost, with what the menu says it takes. */
function Cap({ benefit }: { readonly benefit: BenefitForm }) {
  const { read } = useForm()
  const menu = useShop((s) => s.menu)
  const stores = useStores()
  const { terms } = read.draft
  const advice = menu === null ? null : capAdvice(terms.benefit, terms.scope, { menu, stores })
  const taken = advice !== null && readYuan(benefit.cap) === advice.capFen
  return (
    <>
      <NumberRow
        place='terms.benefit.capFen'
        label='最高减'
        hint='一张券最多花你这么多，预算按它算'
        unit='元'
        placeholder={advice === null ? '10' : yuan(advice.capFen)}
        value={benefit.cap}
        onType={(cap) => change(benefit, { cap })}
      />
      {advice !== null && !taken && (
        <View className='cap-advice' onClick={() => change(benefit, { cap: typedYuan(advice.capFen) })}>
          <Text className='cap-advice__why'>
            {advice.because} ¥{yuan(advice.costsFen)}，要减 ¥{yuan(advice.capFen)}
          </Text>
          <Text className='cap-advice__take'>填 {yuan(advice.capFen)}</Text>
        </View>
      )}
    </>
  )
}
