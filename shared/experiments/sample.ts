import { Z_95 } from './interval'

/** The standard normal's 80 % point: an effect that is there is found four times out of five. */
const Z_POWER_80 = 0.8416212335729143

/**
 * How many people each arm needs to tell `than` from `of` (both shares in (0, 1)) at 5 % two-sided and a power of 80 %:
 * pooled variance under the null, each arm's own under the alternative, without correction for continuity, as R's
 * `power.prop.test` (J. L. Fleiss, "Statistical Methods for Rates and Proportions", 2nd ed. 1981, ch. 3).
 * Equal shares can never be told apart: RangeError.
 */
export function neededPerArm(of: number, than: number, zPower = Z_POWER_80): number {
  if (!(of > 0 && of < 1 && than > 0 && than < 1) || of === than)
    throw new RangeError(`no effect to look for: ${of}, ${than}`)
  const middle = (of + than) / 2
  const pooled = Z_95 * Math.sqrt(2 * middle * (1 - middle))
  const apart = zPower * Math.sqrt(of * (1 - of) + than * (1 - than))
  return Math.ceil(((pooled + apart) / (of - than)) ** 2)
}

/** Below this the split is not what it was meant to be, and the comparison is not shown. */
const MISMATCH_BELOW = 0.001

/**
 * The probability of a split at least so uneven if `controlBp` of all were control: chi-square with one degree of
 * freedom. A sample-ratio check: people lost on one side only make any comparison worthless.
 */
export function splitProbability(control: number, treated: number, controlBp: number): number {
  const n = control + treated
  const expected = (n * controlBp) / 10_000
  if (expected === 0 || expected === n) return control === expected ? 1 : 0
  const chiSquare = (control - expected) ** 2 / expected + (treated - (n - expected)) ** 2 / (n - expected)
  return erfc(Math.sqrt(chiSquare / 2))
}

export const isMismatch = (control: number, treated: number, controlBp: number): boolean =>
  splitProbability(control, treated, controlBp) < MISMATCH_BELOW

/** Abramowitz & Stegun (1964), 7.1.26: absolute error below 1.5e-7. For x ≥ 0. */
function erfc(x: number): number {
  const t = 1 / (1 + 0.3275911 * x)
  const poly = [0.254829592, -0.284496736, 1.421413741, -1.453152027, 1.061405429]
  return poly.reduceRight((sum, a) => (sum + a) * t, 0) * Math.exp(-x * x)
}
