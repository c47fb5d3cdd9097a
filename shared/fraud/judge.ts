import { burst } from './burst'
import { crowdedAddress } from './crowded-address'
import type { FraudFacts, FraudRule } from './facts'
import { refundRate } from './refund-rate'
import { sameAddress } from './same-address'
import { samePhone } from './same-phone'
import { youngChain } from './young-chain'

export const FRAUD_RULES: readonly FraudRule[] = [
  samePhone,
  sameAddress,
  crowdedAddress,
  burst,
  youngChain,
  refundRate,
]
export type Verdict = 'pass' | 'hold' | 'reject'

/** Every rule that fires, with its sentence; the verdict is the strictest of theirs. */
export function judge(facts: FraudFacts): {
  readonly verdict: Verdict
  readonly fired: readonly { readonly rule: string; readonly sentence: string }[]
} {
  const hits = FRAUD_RULES.flatMap(({ id, verdict, look }) => {
    const sentence = look(facts)
    return sentence === null ? [] : [{ verdict, fired: { rule: id, sentence } }]
  })
  const has = (verdict: Verdict) => hits.some((hit) => hit.verdict === verdict)
  return {
    verdict: has('reject') ? 'reject' : has('hold') ? 'hold' : 'pass',
    fired: hits.map(({ fired }) => fired),
  }
}
