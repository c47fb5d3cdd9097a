/** @jest-environment jsdom */
import { useMe } from '@/features/members'
import { call } from '@/platform/cloud'
import { EMPTY_ACCOUNT } from '@shared/points/account'
import { cardCode, SHOP } from './codes'
import { shareCard, timelineQuery } from './share'

jest.mock('@/platform/cloud')
const cloud = jest.mocked(call)
const latte = { target: { kind: 'product', productId: 'latte' }, productId: 'latte', title: '拿铁' } as const
// The answer's shape hangs on the action that is called, which a mock of all of them does not know.
const gives = (code: string) =>
  cloud.mockResolvedValue({ ok: true, data: { code, path: '', picture: null, link: null } } as never)
const be = (id: string | null) =>
  useMe.setState({
    me: {
      coupons: [],
      member:
        id === null
          ? null
          : {
              id,
              nickname: '',
              avatar: '',
              phoneMasked: null,
              joinedAt: 0,
              birthday: null,
              account: EMPTY_ACCOUNT,
              worksAt: [],
            },
    },
  })
const MENU = '/features/catalogue/pages/menu/index'

beforeEach(() => {
  cloud.mockReset()
  window.localStorage.clear()
  be('m1')
})

it('is ready at once with the shop’s code, and better with the drink’s own', async () => {
  gives('00000000000a')
  await cardCode(SHOP)
  gives('00000000000b')
  const card = shareCard(latte)
  expect(card.path).toBe(`${MENU}?c=00000000000a&p=latte`)
  expect(await card.better).toBe(`${MENU}?c=00000000000b&p=latte`)
  expect(timelineQuery()).toBe('c=00000000000a')
})

it('opens the page that was passed on, with the shop’s code', async () => {
  gives('00000000000e')
  await cardCode(SHOP)
  const card = shareCard({ target: SHOP, page: MENU.slice(1), title: '来一杯' })
  expect(card).toMatchObject({ path: `${MENU}?c=00000000000e`, better: null })
})

it('asks for each target once, and keeps the code for the next visit', async () => {
  gives('00000000000c')
  await Promise.all([cardCode(latte.target), cardCode(latte.target), shareCard(latte).better])
  expect(cloud).toHaveBeenCalledTimes(1)
  expect(shareCard(latte)).toMatchObject({ path: `${MENU}?c=00000000000c&p=latte`, better: null })
})

it('passes the page alone on for who is no member, without a call, and never another person’s code', async () => {
  gives('00000000000d')
  await cardCode(SHOP)
  be(null)
  const card = shareCard(latte)
  expect(card.path).toBe(`${MENU}?p=latte`)
  expect(await card.better).toBeNull()
  be('m2')
  expect(timelineQuery()).toBe('')
  expect(cloud).toHaveBeenCalledTimes(1)
})

it('leads to the drink when no network gives it a code', async () => {
  cloud.mockResolvedValue({ ok: false, code: 'OFFLINE' } as never)
  const card = shareCard({
    target: { kind: 'order', orderId: 'o1' },
    productId: 'latte',
    title: '我点了拿铁',
  })
  expect(card.path).toBe(`${MENU}?p=latte`)
  expect(await card.better).toBeNull()
})
