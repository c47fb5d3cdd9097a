import { placeOf } from './place'

it.each([
  ['浙江省杭州市西湖区学府路 30 号', '3 号宿舍楼', '西湖区学府路 30 号 3 号宿舍楼'],
  ['上海市浦东新区世纪大道 1 号', '东方明珠', '浦东新区世纪大道 1 号 东方明珠'],
  ['内蒙古自治区锡林郭勒盟多伦县会盟大街', '', '多伦县会盟大街'],
  ['学府路菜市场 18 号', '学府路菜市场', '学府路菜市场 18 号'],
  ['', '图书馆', '图书馆'],
])('keeps of %j, %j what a rider needs', (address, name, kept) => {
  expect(placeOf({ name, address, lat: 30, lng: 120 }).address).toBe(kept)
})

it('keeps no more than the contract takes', () => {
  expect(
    placeOf({ name: '楼'.repeat(90), address: '路'.repeat(90), lat: 30, lng: 120 }).address,
  ).toHaveLength(100)
})
