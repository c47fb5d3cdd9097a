import { Text, Textarea, View } from '@tarojs/components'
import { useState } from 'react'
import { Dialog } from '@/ui/Dialog'
import { Group } from '../campaigns/FormParts'
import { placeId } from '../campaigns/faults'
import { Fault } from '../settings/parts'
import type { ProgrammeEdit } from './programme'
import { termsTemplate } from './terms-template'

const MOST = 2000

/** The terms that promoters accept. */
export function TermsField({ draft, put, fault }: ProgrammeEdit) {
  return (
    <Group title='推客须知' hint='申请时要同意；改了以后，已经是推客的下次打开要重新同意'>
      <View className='programme-form__terms' id={placeId('terms')}>
        <Textarea
          className='programme-form__text'
          value={draft.terms}
          maxlength={MOST}
          placeholder='写清楚怎么算佣金、什么时候能提、哪些事不可以'
          aria-label='推客须知'
          onInput={(e) => put({ terms: e.detail.value })}
        />
        <View className='programme-form__under'>
          <Template empty={draft.terms.trim() === ''} onFill={() => put({ terms: termsTemplate(draft) })} />
          <Text className='programme-form__count'>
            {draft.terms.length}/{MOST}
          </Text>
        </View>
        <Fault words={fault('terms')} />
      </View>
    </Group>
  )
}

/** Fills in the template; asks first where something is written. */
function Template({ empty, onFill }: { readonly empty: boolean; readonly onFill: () => void }) {
  const [asking, setAsking] = useState(false)
  const fill = () => {
    setAsking(false)
    onFill()
  }
  return (
    <>
      <View className='programme-form__fill' onClick={() => (empty ? fill() : setAsking(true))}>
        <Text>{empty ? '填入模板' : '按上面的设置重写'}</Text>
      </View>
      <Dialog
        open={asking}
        title='用模板换掉现在的须知？'
        confirmText='换掉'
        onConfirm={fill}
        onCancel={() => setAsking(false)}
      >
        <Text>现在写的会没有。保存之前都还能退出不改。</Text>
      </Dialog>
    </>
  )
}
