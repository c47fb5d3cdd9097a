import { DAY_MS, HOUR_MS, MINUTE_MS } from '@shared/kernel/time'
import { door, fixtureCloud, MORNING, sdk, visits } from '../../fixtures/cloud'
import type { LocalCloud } from '../../index'
import { nextFiring } from './timers'

const SECOND = 1_000
jest.setTimeout(60_000)

let cloud: LocalCloud
beforeEach(async () => {
  cloud = await fixtureCloud()
})
afterEach(() => cloud.close())

const later = (delayTime: number, data: object = { n: 1 }, functionName = 'wechat') =>
  sdk(cloud, 'oAda').openapi('cloudbase.addDelayedFunctionTask', {
    env: 'local',
    functionName,
    data: JSON.stringify(data),
    delayTime,
  })

describe('timers', () => {
  it.each([
    ['0 0 9 * * * *', '2026-06-01T09:00:00+08:00'],
    ['0 30 7 * * 1 *', '2026-06-08T07:30:00+08:00'],
    ['0 0 0 1 1 * 2027', '2027-01-01T00:00:00+08:00'],
  ])('%s fires at %s: read in China’s time', (config, at) => {
    expect(nextFiring({ name: 't', config }, MORNING)).toBe(Date.parse(at))
  })

  it('never fires in a year that is over', () => {
    expect(nextFiring({ name: 't', config: '0 0 0 1 1 * 2020' }, MORNING)).toBeNull()
  })

  it('refuses six fields', () => {
    expect(() => nextFiring({ name: 't', config: '0 0 9 * * *' }, MORNING)).toThrow(/seven fields/)
  })

  it('are fired on the moved clock, each at its own instant, without a person', async () => {
    const before = cloud.clock.now()
    await cloud.advance(95 * MINUTE_MS)
    const fired = visits(cloud)
    expect(fired).toHaveLength(3)
    expect(fired.map(({ event }) => event['Time'])).toEqual([
      '2026-06-01T00:30:00Z',
      '2026-06-01T01:00:00Z',
      '2026-06-01T01:30:00Z',
    ])
    expect(fired.map(({ wx }) => [wx.SOURCE, wx.OPENID])).toEqual(Array(3).fill(['wx_trigger', undefined]))
    fired.forEach(({ at }, n) => {
      const due = MORNING + (n + 1) * 30 * MINUTE_MS
      expect(at).toBeGreaterThanOrEqual(due)
      expect(at).toBeLessThan(due + 10 * MINUTE_MS)
    })
    expect(cloud.clock.now()).toBeGreaterThanOrEqual(before + 95 * MINUTE_MS)
  })
})

describe('timers that misbehave', () => {
  const faults = (body: object) => door(cloud, 'POST', '/wechat/timer/faults', body)

  it.each([false, true])(
    'call their function several times for one turn, in parallel: %p',
    async (parallel) => {
      expect((await faults({ times: 3, parallel })).body).toEqual({ times: 3, parallel })
      await cloud.advance(35 * MINUTE_MS)
      expect(visits(cloud).map(({ event }) => event['Time'])).toEqual(Array(3).fill('2026-06-01T00:30:00Z'))
      await faults({})
      await cloud.advance(30 * MINUTE_MS)
      expect(visits(cloud)).toHaveLength(4)
    },
  )

  it('refuse a number of calls that is none', async () => {
    expect(await faults({ times: 0 })).toMatchObject({ status: 400 })
    expect((await door(cloud, 'GET', '/wechat/timer/faults')).body).toEqual({})
  })
})

describe('delayed calls', () => {
  it('come once, when the clock passes, in the order of their time', async () => {
    await later(1200, { n: 'second' })
    await later(600, { n: 'first' })
    await cloud.advance(5 * MINUTE_MS)
    expect(visits(cloud)).toEqual([])
    await cloud.advance(20 * MINUTE_MS)
    expect(visits(cloud).map(({ event }) => event['n'])).toEqual(['first', 'second'])
    await cloud.advance(20 * MINUTE_MS)
    expect(visits(cloud).filter(({ event }) => event['n'] !== undefined)).toHaveLength(2)
  })

  it('carry no client’s source', async () => {
    await later(6)
    await cloud.advance(6 * SECOND)
    expect(visits(cloud)[0]?.wx.SOURCE).not.toContain('wx_client')
  })

  it.each([5, (30 * DAY_MS) / SECOND + 1, -1, Number.NaN])('refuse a delay of %d s', async (delayTime) => {
    expect(await later(delayTime)).toMatchObject({ errCode: 40097 })
  })

  it.each([6, (30 * DAY_MS) / SECOND])('take a delay of %d s', async (delayTime) => {
    expect(await later(delayTime)).toMatchObject({ errCode: 0 })
  })

  it('refuse an unknown function and data that is no object', async () => {
    expect(await later(10, {}, 'nobody')).toMatchObject({ errCode: 40097 })
    expect(await later(10, [1])).toMatchObject({ errCode: 40097 })
  })
})

describe('the clock', () => {
  it('moves forward by a door, and never back', async () => {
    const before = cloud.clock.now()
    expect((await door(cloud, 'POST', '/clock', { advanceMs: HOUR_MS })).body['now']).toBeGreaterThanOrEqual(
      before + HOUR_MS,
    )
    expect(await door(cloud, 'POST', '/clock', { at: before })).toMatchObject({ status: 400 })
    expect(await door(cloud, 'POST', '/clock', {})).toMatchObject({ status: 400 })
  })
})
