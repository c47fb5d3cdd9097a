import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Dialog } from '@/ui/Dialog'
import { said } from '../member/said'
import { removeMaterial } from './materials'

type Props = { readonly id: string; readonly onRemoved: () => void }

/** Asks before a material goes, with its pictures. */
export function RemoveMaterial({ id, onRemoved }: Props) {
  const [asking, setAsking] = useState(false)
  return (
    <>
      <View className='material-editor__remove' onClick={() => setAsking(true)}>
        <Text>删除这条素材</Text>
      </View>
      <Dialog
        open={asking}
        danger
        title='删除这条素材？'
        confirmText='删除'
        onConfirm={() => said(removeMaterial(id), '已删除', onRemoved)}
        onCancel={() => setAsking(false)}
      >
        <Text>推客那里马上看不到，图片也一起删掉。已经发出去的不受影响。</Text>
      </Dialog>
    </>
  )
}
