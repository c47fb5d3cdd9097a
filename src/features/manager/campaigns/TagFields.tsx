import { Input } from '@tarojs/components'
import { useState } from 'react'
import type { Audience } from '@shared/coupons/campaign-contract'
import { PrimaryButton } from '@/ui/PrimaryButton'
import { toggled } from './CheckList'
import { edit } from './editor'
import { Chips, Row } from './FormParts'

const LONGEST = 20
const MOST = 20

/** Tags that a member must have one of: typed here as they stand on the member's page, taken off by a tap. */
export function TagFields({ audience }: { readonly audience: Audience }) {
  const [typed, setTyped] = useState('')
  const { tags } = audience
  const tag = typed.trim()
  const change = (next: readonly string[]) => edit({ audience: { ...audience, tags: [...next] } })
  const add = () => {
    change([...tags, tag])
    setTyped('')
  }
  return (
    <>
      {tags.length > 0 && (
        <Chips
          place='audience'
          label='会员标签'
          hint='有其中一个就能领，点一下去掉'
          items={tags.map((id) => ({ id, name: id }))}
          isOn={() => true}
          onTap={(id) => change(toggled(tags, id))}
        />
      )}
      {tags.length < MOST && (
        <Row place='audience.tags' label={tags.length === 0 ? '会员标签' : '再加一个'}>
          <Input
            className='form-row__input'
            aria-label='会员标签'
            value={typed}
            maxlength={LONGEST}
            placeholder='不填就不限'
            onInput={(e) => setTyped(e.detail.value)}
          />
          <PrimaryButton size='s' tone='plain' disabled={tag === '' || tags.includes(tag)} onTap={add}>
            加上
          </PrimaryButton>
        </Row>
      )}
    </>
  )
}
