import { Text, View } from '@tarojs/components'
import Taro, { useDidShow, usePullDownRefresh, useRouter } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import type { Material } from '@shared/promoters/materials-contract'
import { shareCard, useShopCard } from '@/features/referral'
import { useAlbum } from '@/platform/use-album'
import { Empty } from '@/ui/Empty'
import { Page } from '@/ui/Page'
import { Sheet } from '@/ui/Sheet'
import { Skeleton } from '@/ui/Skeleton'
import { MaterialCard } from '../../MaterialCard'
import { NotPromoter } from '../../NotPromoter'
import { PictureSheet } from '../../PictureSheet'
import { forgetReading, loadMaterials, useMaterials } from '../../reading'
import { ShareDeeds } from '../../ShareDeeds'
import { aboutOf, passedFrom } from '../../passed-from'
import './index.scss'

/** 素材库: pictures and words to pass on, of one product (`?product=`) or all. For accepted promoters alone. */
export default function MaterialsPage() {
  const { data, failed } = useMaterials()
  const [shared, setShared] = useState<Material | null>(null)
  useShopCard(() => (shared === null ? null : shareCard(passedFrom(shared))))
  useDidShow(() => {
    void loadMaterials()
  })
  usePullDownRefresh(() => {
    void loadMaterials().finally(() => Taro.stopPullDownRefresh())
  })
  useEffect(() => forgetReading, [])
  if (failed !== null && (data === null || failed.code === 'NOT_A_PROMOTER'))
    return <NotPromoter title='素材库' failed={failed} onRetry={loadMaterials} />
  return (
    <Page title='素材库'>
      <View className='materials'>
        {failed !== null && <Text className='materials__stale'>没刷新成功：{failed.sentence}</Text>}
        {data === null ? <Skeleton rows={3} /> : <Library materials={data} onShare={setShared} />}
      </View>
      {shared !== null && (
        <Sheet open onClose={() => setShared(null)} footer={<ShareDeeds passed={passedFrom(shared)} />}>
          <View className='materials__share'>
            <Text>把「{passedFrom(shared).title}」发给朋友</Text>
          </View>
        </Sheet>
      )}
    </Page>
  )
}

type Props = {
  readonly materials: readonly Material[]
  readonly onShare: (material: Material) => void
}

function Library({ materials, onShare }: Props) {
  const product = useRouter().params['product'] ?? ''
  const [onlyOne, setOnlyOne] = useState(product !== '')
  const [large, setLarge] = useState<{ readonly file: string; readonly of: Material } | null>(null)
  const { save, guide } = useAlbum()
  const shown = onlyOne ? materials.filter(({ productId }) => productId === product) : materials
  return (
    <>
      {shown.map((material) => (
        <MaterialCard
          key={material.id}
          material={material}
          about={aboutOf(material)}
          onPicture={(file) => setLarge({ file, of: material })}
          onSave={() => save(material.pictures, material.title)}
          onShare={() => onShare(material)}
        />
      ))}
      {shown.length === 0 && <Nothing onlyOne={onlyOne} />}
      {onlyOne && materials.length > shown.length && (
        <View className='materials__tail' onClick={() => setOnlyOne(false)}>
          <Text>看全部 {materials.length} 条素材</Text>
        </View>
      )}
      {large !== null && (
        <PictureSheet
          file={large.file}
          onSave={() => save([large.file], large.of.title)}
          onClose={() => setLarge(null)}
        />
      )}
      {guide}
    </>
  )
}

const Nothing = ({ onlyOne }: { readonly onlyOne: boolean }) => (
  <Empty
    icon='note'
    title={onlyOne ? '这件商品还没有素材' : '还没有素材'}
    hint='店家放上图片和文案后，会出现在这里'
  />
)
