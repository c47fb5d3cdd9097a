import { Text, View } from '@tarojs/components'
import { sitAt, useShop } from '@/features/catalogue'
import { scan } from '@/platform/scan'
import { queryOf, tableScene } from '@/platform/scene'
import { Icon } from '@/ui/Icon'
import { toast } from '@/ui/toast'
import './TableRow.scss'

async function scanTable() {
  const path = await scan()
  if (path === null) return
  const seat = tableScene(queryOf(path)['scene'])
  if (seat === null) toast('这不是桌上的码，请扫桌面上的小程序码')
  else if (seat.storeId !== useShop.getState().storeId) toast('这张桌子在另一家门店，请先换到那家门店')
  else sitAt(seat.storeId, seat.table)
}

/** At which table a guest sits; a scan of its code says so. */
export function TableRow() {
  const table = useShop((s) => s.table)
  return (
    <View className='table-row' onClick={() => void scanTable()}>
      <Icon name='table' />
      <Text className='table-row__name'>{table === null ? '到柜台取餐' : `${table} 桌`}</Text>
      <Text className='table-row__scan'>{table === null ? '扫桌码送到桌' : '重新扫码'}</Text>
    </View>
  )
}
