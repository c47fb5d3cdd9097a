import { aShopDraft, aStoreDraft } from '../../../../tests/builders/store-drafts'
import { changedNames, mergeChanges } from './merge'

const was = aStoreDraft()

it('keeps what either changed', () => {
  const mine = { ...was, name: '我的', delivery: { ...was.delivery!, minutes: 45 } }
  const theirs = { ...was, phone: '13800000000', delivery: { ...was.delivery!, minimumFen: 100 } }
  expect(mergeChanges(was, mine, theirs)).toEqual({
    ...was,
    name: '我的',
    phone: '13800000000',
    delivery: { ...was.delivery!, minutes: 45, minimumFen: 100 },
  })
})

it('takes mine where both changed the same, lists as a whole', () => {
  const mine = { ...was, hours: [{ from: 0, to: 60 }], tables: [] }
  const theirs = { ...was, hours: [{ from: 60, to: 120 }], tables: ['B1'] }
  expect(mergeChanges(was, mine, theirs)).toMatchObject({ hours: [{ from: 0, to: 60 }], tables: [] })
})

it('merges days by their date: mine, theirs, and those that either took away', () => {
  const days = (...all: readonly string[]) =>
    Object.fromEntries(all.map((day) => [day, { hours: [], note: '' }]))
  const merged = mergeChanges(
    { ...was, specialDays: days('1', '2', '3') },
    { ...was, specialDays: days('1', '3', '4') },
    { ...was, specialDays: days('1', '2', '5') },
  )
  expect(Object.keys(merged.specialDays).toSorted()).toEqual(['1', '4', '5'])
})

it('takes theirs where I changed nothing, and mine where a part is new or gone', () => {
  expect(mergeChanges(was, was, { ...was, delivery: null })).toEqual({ ...was, delivery: null })
  expect(mergeChanges(was, { ...was, delivery: null }, { ...was, name: '新' })).toEqual({
    ...was,
    name: '新',
    delivery: null,
  })
})

it('names what differs, inside of parts too', () => {
  const shop = aShopDraft()
  const now = { ...shop, notice: '新', loyalty: { ...shop.loyalty, tiers: [] } }
  const names = {
    notice: '公告',
    'loyalty.pointsPerYuan': '积分',
    'loyalty.tiers': '等级',
    packaging: '打包',
  }
  expect(changedNames(shop, now, names)).toEqual(['公告', '等级'])
})
