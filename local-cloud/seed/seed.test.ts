import type {
  BudgetRow,
  CampaignRow,
  CounterRow,
  CouponRow,
  MemberRow,
  OrderRow,
  PointEntryRow,
  RewardCampaignRow,
  ShopRow,
} from '../../cloudfunctions/database/rows'
import { campaignFaults } from '@shared/coupons/campaign-faults'
import { collections } from '../../cloudfunctions/database/collections'
import { memberIdOf } from '../../cloudfunctions/platform/identity'
import { fitValue } from '../../cloudfunctions/platform/messages'
import { programmeFaults } from '@shared/promoters/programme-faults'
import { shopDateTime } from '@shared/kernel/time'
import { rewardFaults } from '@shared/rewards/faults'
import { balanceOf, tierOf } from '@shared/points/account'
import { endingSoonText } from '@shared/points/standing'
import { misfit } from '../services/messages/template'
import { drawings } from './art'
import { fileIdOf } from './files'
import { seedDocuments, seedShop } from '.'
import { BRING_COUPON } from './bring'
import { menuRow } from './menu'
import { chen, demoPeople, may, xiaolin, zhou } from './people'
import { programme } from './programme'
import { LIMITED_SKU, shopRow } from './shop'
import { planFaults } from '@shared/recovery/plan-faults'
import { reachRules, recoveryRows } from './recovery'
import { shopTemplates, templateDeclarations } from './templates'

const NOW = Date.UTC(2026, 10, 22, 2, 30)
const KEY = 'a key for tests'

type Documents = Map<string, { readonly _id: string }[]>
const recording = (documents: Documents) => ({
  put(collection: string, docs: readonly object[]) {
    documents.set(collection, [...(documents.get(collection) ?? []), ...(docs as { readonly _id: string }[])])
  },
})
function documentsAt(now: number): Documents {
  const documents: Documents = new Map()
  seedDocuments({ database: recording(documents), memberKey: KEY }, now)
  return documents
}

const shop = { documents: new Map() as Documents, files: new Map<string, Uint8Array>() }
beforeAll(async () => {
  const storage = {
    put(path: string, bytes: Uint8Array) {
      shop.files.set(path, bytes)
      return Promise.resolve(fileIdOf(path))
    },
  }
  await seedShop({ database: recording(shop.documents), storage, memberKey: KEY }, NOW)
}, 60_000)
const rows = <Row>(collection: string) => (shop.documents.get(collection) ?? []) as unknown as readonly Row[]

describe('seeding the demo shop', () => {
  it('writes only declared collections, each id once', () => {
    const declared = collections.map((c) => c.name)
    for (const [name, docs] of shop.documents) {
      expect(declared).toContain(name)
      expect(new Set(docs.map((d) => d._id)).size).toBe(docs.length)
    }
  })

  it('gives the same documents again for the same moment and key', () => {
    expect(documentsAt(NOW)).toEqual(shop.documents)
  })

  it('stores every file that a document names, each small', () => {
    const named = JSON.stringify([...shop.documents.values()]).match(/cloud:[^"]+/g) ?? []
    const stored = [...shop.files.keys()].map(fileIdOf)
    expect(named.filter((id) => !stored.includes(id))).toEqual([])
    menuRow.products.forEach((p) =>
      expect(shop.files.get(`pictures/${p.id}.webp`)?.length).toBeLessThan(14 * 1024),
    )
    expect(shop.files.get('pictures/banner-welcome.webp')?.length).toBeLessThan(24 * 1024)
    expect(shop.files.size).toBe(Object.keys(drawings).length)
  })

  it('throws when the storage puts a file elsewhere than the menu says', async () => {
    const target = {
      database: { put: () => undefined },
      storage: { put: () => Promise.resolve('cloud://elsewhere/x.webp') },
      memberKey: KEY,
    }
    await expect(seedShop(target, NOW)).rejects.toThrow('a seeded file lies elsewhere')
  }, 60_000)
})

describe('the shop', () => {
  it('switches off and counts only skus that exist', () => {
    const skus = menuRow.products.flatMap((p) => p.skus.map((s) => s.id))
    for (const [id, store] of Object.entries(shopRow.stores)) {
      expect(store.id).toBe(id)
      expect(Object.keys(store.soldOut).filter((sku) => !skus.includes(sku))).toEqual([])
      expect(store.daily).toEqual({ [LIMITED_SKU]: 30 })
      expect(skus).toContain(LIMITED_SKU)
      store.hours.forEach((h) => expect(0 <= h.from && h.from < h.to && h.to <= 1440).toBe(true))
    }
  })

  it('has one store that is open at every minute, with its tables', () => {
    const { campus } = shopRow.stores
    expect(campus?.hours).toEqual([{ from: 0, to: 1440 }])
    expect(campus?.tables).toHaveLength(8)
    expect(campus?.ways).toContain('dineIn')
  })

  it('names an existing welcome campaign: 5 yuan off from 15', () => {
    expect(rows('campaigns')[0]).toMatchObject({
      _id: shopRow.welcomeCampaignId,
      state: 'running',
      terms: { benefit: { kind: 'amountOff', offFen: 500, thresholdFen: 1500 } },
    })
  })

  it('runs campaigns in which nothing contradicts anything, each found by what leads to it', () => {
    const campaigns = rows<CampaignRow>('campaigns')
    const stores = Object.values(shopRow.stores)
    const facts = { menu: menuRow, stores, loyalty: shopRow.loyalty, now: NOW, before: null }
    for (const row of campaigns) expect([row._id, campaignFaults(row, facts)]).toEqual([row._id, []])
    expect(rows('campaignCodes')).toEqual([{ _id: 'HELLO2026', campaignId: 'hello2026' }])
    const nth = campaigns.flatMap(({ _id, entry }) => (entry.kind === 'nthOrder' ? [[_id, entry.nth]] : []))
    expect(Object.entries(shopRow.nthOrderCampaigns)).toEqual(nth)
  })

  it('has budgets that count the coupons that are out', () => {
    const coupons = rows<CouponRow>('coupons')
    for (const { campaignId, shard, issued, issuedFen } of rows<BudgetRow>('budgets')) {
      const own = coupons.filter((c) => c.campaignId === campaignId && c.shard === shard)
      expect([issued, issuedFen]).toEqual([own.length, own.reduce((sum, c) => sum + c.reservedFen, 0)])
    }
  })
})

describe('message templates', () => {
  const values: Record<string, string> = {
    pickupCode: '0427',
    store: '学府路店',
    goods: '拿铁×1、手作可颂×2、煎饼果子×1、现磨豆浆×3',
    tip: '请到柜台报取餐号取餐',
    amount: '1234.56元',
    reason: '原料用完了',
    time: shopDateTime(NOW),
    coupon: '满 20 减 3 等 2 张',
    until: '2026-11-24 23:59',
  }
  it.each(Object.entries(shopTemplates))(
    '%s: each field of ours has a key of its own whose type takes it',
    (_, { id, fields }) => {
      const template = templateDeclarations.find((t) => t.id === id)
      expect(Object.values(fields).sort()).toEqual(template?.fields.map((f) => f.key).sort())
      for (const [field, key] of Object.entries(fields)) {
        expect(misfit(key, fitValue(key, values[field] ?? ''))).toBeNull()
        expect(values).toHaveProperty(field)
      }
    },
  )
})

describe('the people', () => {
  const idOf = (p: { readonly openid: string }) => memberIdOf(p.openid, KEY)

  it('are members with a picture and a fixed openid, except the one who has yet to join', () => {
    const members = rows<MemberRow>('members')
    expect(members.map((m) => m._id)).toEqual([may, zhou, chen].map(idOf))
    expect(members.map((m) => m.openid)).not.toContain(xiaolin.openid)
    demoPeople.forEach((p) => expect(p.openid).toMatch(/^o[A-Za-z0-9]{25}$/))
    members.forEach((m) => expect(m.joinedAt).toBeLessThan(NOW))
  })

  it('stand behind exactly the counters where their member document says they work', () => {
    const counters = rows<CounterRow>('counters')
    for (const member of rows<MemberRow>('members')) {
      expect(counters.filter((c) => c.staff[member._id]).map((c) => c._id)).toEqual(member.worksAt)
    }
    expect(counters.map((c) => c._id).sort()).toEqual(Object.keys(shopRow.stores).sort())
    expect(counters.every((c) => c.staff[idOf(zhou)]?.role === 'owner')).toBe(true)
    expect(counters.find((c) => c._id === 'campus')?.staff[idOf(chen)]?.role).toBe('clerk')
  })

  it('阿May holds coupons that are still good, and has three orders behind her whose amounts add up', () => {
    expect(rows<CouponRow>('coupons')).toHaveLength(5)
    for (const coupon of rows<CouponRow>('coupons')) {
      expect(coupon).toMatchObject({ memberId: idOf(may), state: 'issued', orderId: null })
      expect(coupon.issuedAt <= NOW && NOW < coupon.expiresAt).toBe(true)
    }
    const orders = rows<OrderRow>('orders')
    expect(orders).toHaveLength(3)
    for (const o of orders) {
      expect([o.memberId, o.state, o.boardOf, o.dueAt]).toEqual([idOf(may), 'done', undefined, undefined])
      expect(o.lines.reduce((sum, l) => sum + l.payFen, 0)).toBe(o.goodsFen)
      expect(o.goodsFen - o.couponFen + o.packagingFen).toBe(o.payFen)
      expect(o.placedAt < o.doneAt! && o.doneAt! < NOW).toBe(true)
    }
  })

  it('阿May is a regular’s apprentice: points in two lots, one of which ends with the month', () => {
    const { account } = rows<MemberRow>('members').find((m) => m._id === idOf(may))!
    expect(tierOf(account, shopRow.loyalty, NOW)?.id).toBe('silver')
    expect(Object.keys(account.lots).sort()).toEqual(['202611', '202711'])
    expect(endingSoonText(account, NOW)).toBe('60 积分将在 11 月 30 日过期')
    expect(balanceOf(account, NOW)).toBeGreaterThan(200)
    expect(account.paidOrders).toBe(3)
    expect(rows<PointEntryRow>('pointEntries').every((e) => e.at < NOW)).toBe(true)
  })

  it('nobody’s history lies in the future, however early in the day the shop is seeded', () => {
    const midnight = Date.UTC(2026, 10, 21, 16, 0)
    const orders = (documentsAt(midnight).get('orders') ?? []) as unknown as OrderRow[]
    orders.forEach((o) => expect(o.doneAt! < midnight).toBe(true))
  })
})

it('the programme is sound, and names its coupons as they are called', () => {
  const given = rows<CampaignRow>('campaigns').filter(({ entry }) => entry.kind === 'grant')
  const facts = {
    categoryIds: menuRow.categories.map(({ id }) => id),
    productIds: menuRow.products.map(({ id }) => id),
    pointFen: shopRow.loyalty.pointFen,
    canTransfer: true,
    couponTitles: Object.fromEntries(given.map(({ _id, terms }) => [_id, terms.title])),
  }
  const { coupons, termsVersion: _version, ...draft } = programme
  const unnamed = coupons.map(({ title: _title, ...coupon }) => coupon)
  expect(programmeFaults({ ...draft, coupons: unnamed }, facts)).toEqual([])
  expect(coupons.map(({ title }) => title)).toEqual(coupons.map((one) => facts.couponTitles[one.campaignId]))
})

it('orders that are left are answered by a plan that can be saved as it is', () => {
  const { recovery } = recoveryRows(NOW)
  const { version: _v, coupon, startedAt, readoutAt, ...rules } = recovery
  const draft = { ...rules, campaignId: coupon?.campaignId ?? null, readoutMs: readoutAt - startedAt }
  expect(planFaults(draft, { payWithinMs: shopRow.payWithinMs, costs: {} })).toEqual([])
})

it('the settings document is whole', () => {
  const { recovery } = recoveryRows(NOW)
  expect(rows<ShopRow>('settings')).toEqual([
    { ...shopRow, recovery, reach: reachRules, bringFriend: expect.anything() },
  ])
})

it('brings friends by a campaign that may run, with a coupon that nobody gets otherwise', () => {
  const [{ _id, state, ...draft }] = rows<RewardCampaignRow>('rewardCampaigns') as [RewardCampaignRow]
  const coupons = rows<CampaignRow>('campaigns')
    .filter(({ entry }) => entry.kind === 'reward')
    .map((row) => ({ id: row._id, title: row.terms.title, running: row.state === 'running', left: null }))
  expect(rewardFaults(draft, { coupons, hasPoints: true, now: NOW })).toEqual([])
  expect([state, rows('rewardCounts').map((row) => row)]).toMatchObject(['running', [{ _id, granted: 0 }]])
  const gift = { kind: 'coupon', campaignId: BRING_COUPON, title: '满 16 减 4' }
  expect(rows<ShopRow>('settings')[0]?.bringFriend).toMatchObject({
    campaignId: _id,
    promoter: gift,
    friend: gift,
  })
})
