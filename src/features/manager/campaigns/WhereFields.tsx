import { Text } from '@tarojs/components'
import { useState } from 'react'
import type { Way } from '@shared/catalogue/contract'
import { limitWords, waysWords } from '@shared/coupons/scope-words'
import { useNames } from '@/features/catalogue'
import { PrimaryButton } from '@/ui/PrimaryButton'
import { Sheet } from '@/ui/Sheet'
import { CheckList, toggled } from './CheckList'
import { edit } from './editor'
import { useForm } from './form-context'
import { Chips, Row } from './FormParts'
import { useStores } from './shop'

const WAYS: readonly Way[] = ['pickup', 'dineIn', 'delivery', 'preorder']

/** Stores and ways of getting it. */
export function WhereFields() {
  const { form, read } = useForm()
  const names = useNames()
  const stores = useStores()
  const [choosing, setChoosing] = useState(false)
  const offered = WAYS.filter((way) => form.ways.includes(way) || stores.some((s) => s.ways.includes(way)))
  const [where = '所有门店'] = limitWords({ ...read.draft.terms, ways: [], days: [], hours: [] }, names)
  return (
    <>
      <Row place='terms.storeIds' label='适用门店' onTap={() => setChoosing(stores.length > 0)}>
        <Text className='form-row__words'>{where}</Text>
      </Row>
      <Chips
        place='terms.ways'
        label='取餐方式'
        hint={form.ways.length === 0 ? '不选就是都能用' : `只能${waysWords(form.ways)}时用`}
        items={offered.map((id) => ({ id, name: waysWords([id]) }))}
        isOn={(way) => form.ways.includes(way)}
        onTap={(way) => edit({ ways: toggled(form.ways, way) })}
      />
      <Sheet
        open={choosing}
        title='适用门店'
        onClose={() => setChoosing(false)}
        footer={
          <PrimaryButton size='l' onTap={() => setChoosing(false)}>
            {form.storeIds.length === 0 ? '所有门店都能用' : `只在这 ${form.storeIds.length} 家店用`}
          </PrimaryButton>
        }
      >
        <CheckList items={stores} chosen={form.storeIds} onChange={(storeIds) => edit({ storeIds })} />
      </Sheet>
    </>
  )
}
