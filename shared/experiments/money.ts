import type { Fen } from '../kernel/money'
import { sortedCopy } from '../kernel/lists'
import { Z_95, type Interval } from './interval'

/** Count, mean and variance (with n − 1) of a list of numbers; variance 0 for fewer than two. */
export type Moments = { readonly n: number; readonly mean: number; readonly variance: number }

export function moments(values: readonly number[]): Moments {
  const n = values.length
  if (n === 0) return { n, mean: 0, variance: 0 }
  const mean = values.reduce((sum, x) => sum + x, 0) / n
  const squares = values.reduce((sum, x) => sum + (x - mean) ** 2, 0)
  return { n, mean, variance: n > 1 ? squares / (n - 1) : 0 }
}

/**
 * Money per head, cut at the 99th percentile of all of them together: one office that orders forty cups on the day would
 * decide the whole comparison. The percentile is the nearest rank, ⌈0.99 n⌉ of the sorted list; losses are not cut.
 */
export function cappedAtP99(all: readonly Fen[]): Fen {
  const sorted = sortedCopy(all, (a, b) => a - b)
  return sorted[Math.ceil(0.99 * sorted.length) - 1] ?? 0
}

/**
 * The difference of two means, `a − b`, at 95 %, variances unequal: B. L. Welch, "The generalization of 'Student's'
 * problem when several different population variances are involved", Biometrika 34 (1947), 28–35, with the degrees of
 * freedom of Satterthwaite (1946). Needs two values in each, else null: there is no interval.
 */
export function welch(a: Moments, b: Moments): (Interval & { readonly degrees: number }) | null {
  if (a.n < 2 || b.n < 2) return null
  const [va, vb] = [a.variance / a.n, b.variance / b.n]
  const estimate = a.mean - b.mean
  const squared = va * va * (b.n - 1) + vb * vb * (a.n - 1)
  const degrees = squared === 0 ? a.n + b.n - 2 : ((va + vb) ** 2 * (a.n - 1) * (b.n - 1)) / squared
  const reach = studentT95(degrees) * Math.sqrt(va + vb)
  return { estimate, low: estimate - reach, high: estimate + reach, degrees }
}

/**
 * The 97.5 % point of Student's t by the expansion of Abramowitz & Stegun, "Handbook of Mathematical Functions" (1964),
 * 26.7.5; within 0.001 from 6 degrees of freedom on, and nobody is shown a comparison of fewer people than that.
 */
export function studentT95(degrees: number): number {
  const z = Z_95
  const terms = [
    (z ** 3 + z) / 4,
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96,
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384,
    (79 * z ** 9 + 776 * z ** 7 + 1482 * z ** 5 - 1920 * z ** 3 - 945 * z) / 92160,
  ]
  return terms.reduce((sum, term, i) => sum + term / degrees ** (i + 1), z)
}
