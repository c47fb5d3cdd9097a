import type { FraudFacts, FriendMark } from '@shared/fraud/facts'

/** 10:00 of a November day in Shanghai. */
export const NOW = Date.UTC(2026, 10, 22, 2)
const DAY = 86_400_000

/** A friend at whom no rule looks twice; tests change what they are about. */
export const aCase = (over: Partial<FraudFacts> = {}): FraudFacts => ({
  now: NOW,
  friend: { joinedAt: NOW - DAY, phone: '13800000001' },
  promoter: {
    joinedAt: NOW - 100 * DAY,
    phone: '13800000002',
    brought: false,
    paidOrders: 9,
    places: ['home'],
    phones: ['13800000003'],
  },
  delivery: { place: 'friends-door', phone: '13800000001' },
  marks: [],
  ...over,
})

/** Earlier friends, `every` ms apart, the newest an instant ago. */
export const marks = (n: number, every: number, over: Partial<FriendMark> = {}): FriendMark[] =>
  Array.from({ length: n }, (_, i) => ({
    friend: `f${i}`,
    at: NOW - 1 - i * every,
    place: '',
    back: false,
    ...over,
  }))
