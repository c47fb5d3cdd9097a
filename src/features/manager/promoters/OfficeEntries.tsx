import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { goTo } from '@/platform/navigation'
import { Icon, type IconName } from '@/ui/Icon'
import { ExportSheet } from './ExportSheet'
import { MATERIALS, PAYOUTS, PROGRAMME } from './paths'
import { usePromoters } from './store'
import './OfficeEntries.scss'

type EntryProps = { readonly name: string; readonly icon: IconName; readonly onTap: () => void }

/** The ways from the promoters to what belongs to them; money is the owner's alone. */
export function OfficeEntries() {
  const isOwner = usePromoters((s) => s.isOwner)
  const [exporting, setExporting] = useState(false)
  return (
    <View className='office-entries'>
      <Entry name='推客计划' icon='gear' onTap={() => goTo(PROGRAMME)} />
      <Entry name='素材库' icon='note' onTap={() => goTo(MATERIALS)} />
      {isOwner && <Entry name='提现' icon='coin' onTap={() => goTo(PAYOUTS)} />}
      {isOwner && <Entry name='导出账本' icon='order' onTap={() => setExporting(true)} />}
      {exporting && <ExportSheet onClose={() => setExporting(false)} />}
    </View>
  )
}

const Entry = ({ name, icon, onTap }: EntryProps) => (
  <View className='office-entries__entry' onClick={onTap}>
    <View className='office-entries__icon'>
      <Icon name={icon} />
    </View>
    <Text className='office-entries__name'>{name}</Text>
  </View>
)
