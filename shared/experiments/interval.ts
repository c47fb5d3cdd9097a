/** An estimate with its 95 % interval. */
export type Interval = { readonly estimate: number; readonly low: number; readonly high: number }

/** Of `n` people, so many did it. */
export type Proportion = { readonly hits: number; readonly n: number }

/** The standard normal's 97.5 % point: two-sided 95 %. */
export const Z_95 = 1.959963984540054

/**
 * Wilson's score interval of one proportion at 95 %, without correction for continuity.
 * Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22 (1927), 209–212.
 * Needs n ≥ 1 and 0 ≤ hits ≤ n, else RangeError.
 */
export function wilson({ hits, n }: Proportion): Interval {
  if (!(n >= 1 && hits >= 0 && hits <= n)) throw new RangeError(`no proportion: ${hits} of ${n}`)
  const share = hits / n
  const z2 = Z_95 * Z_95
  const middle = share + z2 / (2 * n)
  const reach = Z_95 * Math.sqrt((share * (1 - share)) / n + z2 / (4 * n * n))
  const whole = 1 + z2 / n
  return {
    estimate: share,
    low: hits === 0 ? 0 : (middle - reach) / whole,
    high: hits === n ? 1 : (middle + reach) / whole,
  }
}

/**
 * The difference of two independent proportions, `a − b`, at 95 %: Newcombe's hybrid score interval without correction
 * for continuity, method 10 of R. G. Newcombe, "Interval estimation for the difference between independent proportions:
 * comparison of eleven methods", Statistics in Medicine 17 (1998), 873–890.
 */
export function newcombe(a: Proportion, b: Proportion): Interval {
  const [of, than] = [wilson(a), wilson(b)]
  const estimate = of.estimate - than.estimate
  return {
    estimate,
    low: estimate - Math.hypot(of.estimate - of.low, than.high - than.estimate),
    high: estimate + Math.hypot(of.high - of.estimate, than.estimate - than.low),
  }
}
