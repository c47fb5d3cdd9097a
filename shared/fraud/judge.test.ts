import { aCase, marks } from '../../tests/builders/fraud'
import { FRAUD_RULES, judge } from './judge'

const HOME = { delivery: { place: 'home', phone: '1' } }

it('passes where nothing fires', () => expect(judge(aCase())).toEqual({ verdict: 'pass', fired: [] }))

it('holds, and tells every rule that fired', () => {
  const { verdict, fired } = judge(aCase({ ...HOME, marks: marks(9, 1000, { back: true }) }))
  expect(verdict).toBe('hold')
  expect(fired.map(({ rule }) => rule)).toEqual(['sameAddress', 'burst', 'refundRate'])
})

it('is as strict as its strictest rule', () => {
  const { verdict, fired } = judge(aCase({ ...HOME, friend: { joinedAt: 0, phone: '13800000002' } }))
  expect(verdict).toBe('reject')
  expect(fired).toHaveLength(2)
})

it('calls no two rules the same', () =>
  expect(new Set(FRAUD_RULES.map(({ id }) => id)).size).toBe(FRAUD_RULES.length))
