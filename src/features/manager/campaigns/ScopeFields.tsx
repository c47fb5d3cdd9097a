import { Text } from '@tarojs/components'
import { useState } from 'react'
import { scopeWords } from '@shared/coupons/scope-words'
import { isEverything } from '@shared/coupons/scope'
import { useNames, useShop } from '@/features/catalogue'
import { edit } from './editor'
import { useForm } from './form-context'
import { Group, Row } from './FormParts'
import { ScopeSheet } from './ScopeSheet'
import { WhereFields } from './WhereFields'
import { WeekFields } from './WeekFields'

/** What it can be used for, where, how and when. */
export function ScopeFields() {
  const { form } = useForm()
  const names = useNames()
  const menu = useShop((s) => s.menu)
  const [choosing, setChoosing] = useState(false)
  return (
    <Group title='用在哪'>
      <Row
        place='terms.scope'
        label='适用商品'
        {...(menu === null ? { hint: '菜单还没有读到，暂时不能选' } : {})}
        onTap={() => setChoosing(menu !== null)}
      >
        <Text className='form-row__words'>
          {isEverything(form.scope) ? '全部商品' : scopeWords({ scope: form.scope }, names)}
        </Text>
      </Row>
      <WhereFields />
      <WeekFields />
      {choosing && menu !== null && (
        <ScopeSheet
          menu={menu}
          scope={form.scope}
          onClose={() => setChoosing(false)}
          onDone={(scope) => {
            edit({ scope })
            setChoosing(false)
          }}
        />
      )}
    </Group>
  )
}
