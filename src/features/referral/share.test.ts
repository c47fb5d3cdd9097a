/** @jest-environment jsdom */
import { useMe } from '@/features/members'
import { EMPTY_ACCOUNT } from '@shared/points/account'
import { cloud, no, ok } from '../../../tests/builders/answers'
import { cardCode, SHOP } from './codes'
import { shareCard, timelineQuery } from './share'

jest.mock('@/platform/cloud', () => jest.requireActual('../../../tests/builders/answers'))
const latte = { target: { kind: 'product', productId: 'latte' }, productId: 'latte', title: '拿铁' } as const
const gives = (code: string) =>
  cloud.script('referral.code', ok({ code, path: '', picture: null, link: null }))
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
  cloud.forget()
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
  expect(cloud.asked).toHaveLength(1)
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
  expect(cloud.asked).toHaveLength(1)
})

it('leads to the drink when no network gives it a code', async () => {
  cloud.script('referral.code', no('OFFLINE'))
  const card = shareCard({
    target: { kind: 'order', orderId: 'o1' },
    productId: 'latte',
    title: '我点了拿铁',
  })
  expect(card.path).toBe(`${MENU}?p=latte`)
  expect(await card.better).toBeNull()
})
