import { chosenAddress, chosenPlace, chosenTitle, notChosen, savedNot } from './choice'

beforeEach(() => void jest.spyOn(console, 'error').mockImplementation(() => undefined))
afterEach(() => jest.restoreAllMocks())

it.each([
  ['chooseAddress:fail cancel', { kind: 'refused', forGood: false }],
  ['chooseAddress:fail privacy permission is not authorized', { kind: 'refused', forGood: false }],
  ['chooseLocation:fail auth deny', { kind: 'refused', forGood: true }],
  ['chooseLocation:fail:auth denied', { kind: 'refused', forGood: true }],
  ['chooseLocation:fail authorize no response', { kind: 'unavailable' }],
  [
    'chooseAddress:fail the api need to be declared in the requiredPrivateInfos field',
    { kind: 'unavailable' },
  ],
])('%s', (errMsg, meaning) => {
  expect(notChosen(errMsg)).toEqual(meaning)
})

it.each([
  ['saveImageToPhotosAlbum:fail cancel', 'cancelled'],
  ['saveImageToPhotosAlbum:fail auth deny', 'denied'],
  ['saveImageToPhotosAlbum:fail:auth denied', 'denied'],
  ['saveImageToPhotosAlbum:fail system permission denied', 'failed'],
  ['saveImageToPhotosAlbum:fail file not exists', 'failed'],
])('a picture not saved by %s was %s', (errMsg, outcome) => {
  expect(savedNot(errMsg)).toBe(outcome)
})

const address = {
  userName: '林晓',
  telNumber: '13800000018',
  provinceName: '浙江省',
  cityName: '杭州市',
  countyName: '西湖区',
  detailInfo: '学府路 30 号',
}

it('an address is who, where to call, the region and the door', () => {
  expect(chosenAddress(address)).toEqual({
    kind: 'chosen',
    name: '林晓',
    phone: '13800000018',
    region: '浙江省杭州市西湖区',
    detail: '学府路 30 号',
  })
})

it('a municipality is not named twice', () => {
  const beijing = { ...address, provinceName: '北京市', cityName: '北京市', countyName: '海淀区' }
  expect(chosenAddress(beijing)).toMatchObject({ region: '北京市海淀区' })
})

it('a place has coordinates', () => {
  expect(chosenPlace({ name: '3 号楼', address: '学府路', latitude: 30.2, longitude: 120.1 })).toEqual({
    kind: 'chosen',
    name: '3 号楼',
    address: '学府路',
    lat: 30.2,
    lng: 120.1,
  })
})

it.each([
  [
    { type: 0 as const, title: '知行', taxNumber: '91' },
    { buyer: 'company', taxNo: '91' },
  ],
  // a phone has sent the number as text
  [
    { type: '0' as unknown as 0, title: '知行', taxNumber: '91' },
    { buyer: 'company', taxNo: '91' },
  ],
  [
    { type: 1 as const, title: '林晓', taxNumber: 'left from before' },
    { buyer: 'person', taxNo: '' },
  ],
])('a title of %j', (raw, read) => {
  expect(chosenTitle(raw)).toEqual({ kind: 'chosen', title: raw.title, ...read })
})
