import { counterCases } from './cases/counter'
import { couponCases } from './cases/coupons'
import { orderCases } from './cases/orders'
import { referralCases } from './cases/referral'
import { promoterCases } from './cases/promoters'
import { recoveryCases } from './cases/recovery'
import { rewardCases } from './cases/rewards'
import { play } from './crash-matrix'

// Each case is played twice for every database operation it makes.
jest.setTimeout(120_000)

const CASES = [
  ...orderCases,
  ...couponCases,
  ...counterCases,
  ...referralCases,
  ...promoterCases,
  ...rewardCases,
  ...recoveryCases,
]

it.each(CASES.map((one) => [one.name, one] as const))(
  '%s comes to the same books wherever it dies',
  async (_name, one) => {
    const calm = await play(one, null)
    expect(calm.faults).toEqual([])
    if (one.refused !== undefined) expect(calm.answer).toMatchObject({ ok: false, code: one.refused })
    else expect(calm.answer).not.toMatchObject({ ok: false })
    expect(calm.operations).toBeGreaterThan(0)
    for (let at = 1; at <= calm.operations; at++) {
      for (const when of ['before', 'after'] as const) {
        const { faults, books } = await play(one, { at, when })
        expect({ at, when, faults }).toEqual({ at, when, faults: [] })
        expect({ at, when, books }).toEqual({ at, when, books: calm.books })
      }
    }
  },
)
