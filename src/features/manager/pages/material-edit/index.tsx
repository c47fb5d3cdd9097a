import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { Empty } from '@/ui/Empty'
import { ErrorState } from '@/ui/ErrorState'
import { Page } from '@/ui/Page'
import { Skeleton } from '@/ui/Skeleton'
import { MaterialEditor } from '../../promoters/MaterialEditor'
import {
  formOf,
  loadMaterials,
  newMaterial,
  useMaterials,
  type MaterialForm,
} from '../../promoters/materials'
import { NotManager } from '../../Workplace'
import '../materials/index.scss'

/** One material, or a new one. */
export default function ManagerMaterialEditPage() {
  const { id } = useRouter().params
  const [first, setFirst] = useState<MaterialForm | null>(() => firstOf(id))
  const { materials, failed } = useMaterials()
  useEffect(() => {
    if (first === null) void loadMaterials().then(() => setFirst(firstOf(id)))
  }, [first, id])
  if (first !== null) return <MaterialEditor first={first} />
  return (
    <Page title='素材'>
      <View className='materials'>
        {failed?.code === 'FORBIDDEN' ? (
          <NotManager />
        ) : failed !== null ? (
          <ErrorState {...failed} onRetry={() => loadMaterials().then(() => setFirst(firstOf(id)))} />
        ) : materials === null ? (
          <Skeleton rows={4} />
        ) : (
          <Empty icon='note' title='这条素材已经删掉了' />
        )}
      </View>
    </Page>
  )
}

/** The form as it is opened; null while the library is not known, or has no such material. */
function firstOf(id: string | undefined): MaterialForm | null {
  if (id === undefined) return newMaterial()
  const known = useMaterials.getState().materials?.find((one) => one.id === id)
  return known === undefined ? null : formOf(known)
}
