import type { BridgeAddress, BridgeInvoiceTitle, BridgePlace } from '@shared/wechat/bridge'

const hangzhou = { provinceName: '浙江省', cityName: '杭州市' }

/** What WeChat keeps for whoever holds the phone: three addresses around the first demo store, one far across the town. */
export const ADDRESSES: readonly BridgeAddress[] = [
  {
    userName: '林晓',
    telNumber: '13800000018',
    ...hangzhou,
    countyName: '西湖区',
    detailInfo: '学府路 30 号 3 号宿舍楼 502',
  },
  {
    userName: '林晓',
    telNumber: '13800000018',
    ...hangzhou,
    countyName: '西湖区',
    detailInfo: '学府路 6 号师生活动中心 2 楼 210',
  },
  {
    userName: '林建国',
    telNumber: '13900000026',
    ...hangzhou,
    countyName: '西湖区',
    detailInfo: '竹苑新村 12 幢 3 单元 401',
  },
  {
    userName: '林晓',
    telNumber: '13800000018',
    ...hangzhou,
    countyName: '上城区',
    detailInfo: '江边大道 88 号江望大厦 19 层',
  },
]

/** The same places on the map: 0.3, 0.6, 1.7 and 8 km from the first demo store. */
export const PLACES: readonly BridgePlace[] = [
  { name: '3 号宿舍楼', address: '浙江省杭州市西湖区学府路 30 号', latitude: 30.2658, longitude: 120.1251 },
  { name: '师生活动中心', address: '浙江省杭州市西湖区学府路 6 号', latitude: 30.25905, longitude: 120.1192 },
  { name: '竹苑新村', address: '浙江省杭州市西湖区竹苑路', latitude: 30.2764, longitude: 120.1319 },
  { name: '江望大厦', address: '浙江省杭州市上城区江边大道 88 号', latitude: 30.248, longitude: 120.204 },
]

export const TITLES: readonly BridgeInvoiceTitle[] = [
  { type: 1, title: '林晓', taxNumber: '' },
  { type: 0, title: '杭州知行文化有限公司', taxNumber: '91330106MA2KAAAA1X' },
]
