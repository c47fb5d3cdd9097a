import { aCase, NOW } from '../../tests/builders/fraud'
import { youngChain, YOUNG_MS } from './young-chain'

const promoter = { ...aCase().promoter, joinedAt: NOW - YOUNG_MS + 1, brought: true, paidOrders: 0 }

it('sees a new account that was brought, never bought, and brings', () =>
  expect(youngChain.look(aCase({ promoter }))).toContain('刚被邀请'))
it.each([{ joinedAt: NOW - YOUNG_MS }, { brought: false }, { paidOrders: 1 }])('lets %j pass', (over) =>
  expect(youngChain.look(aCase({ promoter: { ...promoter, ...over } }))).toBeNull(),
)
