import { Text, View } from '@tarojs/components'
import Taro, { useDidShow, usePullDownRefresh } from '@tarojs/taro'
import { MOST_MATERIALS } from '@shared/promoters/material-pictures'
import { goTo } from '@/platform/navigation'
import { Empty } from '@/ui/Empty'
import { ErrorState } from '@/ui/ErrorState'
import { Page } from '@/ui/Page'
import { PrimaryButton } from '@/ui/PrimaryButton'
import { Skeleton } from '@/ui/Skeleton'
import { MaterialCard } from '../../promoters/MaterialCard'
import { loadMaterials, useMaterials } from '../../promoters/materials'
import { materialPath } from '../../promoters/paths'
import { NotManager } from '../../Workplace'
import './index.scss'

/** What promoters can pass on. */
export default function ManagerMaterialsPage() {
  const count = useMaterials((s) => s.materials?.length ?? -1)
  useDidShow(() => {
    void loadMaterials()
  })
  usePullDownRefresh(() => {
    void loadMaterials().finally(() => Taro.stopPullDownRefresh())
  })
  const full = count >= MOST_MATERIALS
  const footer = (
    <PrimaryButton size='l' disabled={full} onTap={() => goTo(materialPath(null))}>
      {full ? `满 ${MOST_MATERIALS} 条了，先删几条` : '新素材'}
    </PrimaryButton>
  )
  return (
    <Page title='素材库' {...(count >= 0 ? { footer } : {})}>
      <View className='materials'>
        <Materials />
      </View>
    </Page>
  )
}

function Materials() {
  const { materials, failed } = useMaterials()
  if (failed?.code === 'FORBIDDEN') return <NotManager />
  if (materials === null)
    return failed === null ? <Skeleton rows={4} /> : <ErrorState {...failed} onRetry={loadMaterials} />
  return (
    <>
      {failed !== null && <Text className='materials__stale'>{failed.sentence}，下面可能不是最新的</Text>}
      {materials.length === 0 && (
        <Empty icon='note' title='还没有素材' hint='写好文案、配上图片，推客复制就能发' />
      )}
      {materials.map((material) => (
        <MaterialCard key={material.id} material={material} onTap={() => goTo(materialPath(material.id))} />
      ))}
    </>
  )
}
