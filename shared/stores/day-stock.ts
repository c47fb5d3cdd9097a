/** A counted sku's units of one day: available + held + sold = supply (law 6). */
export type DayStock = {
  readonly supply: number
  readonly available: number
  readonly held: number
  readonly sold: number
}

/** The day with so many left from now on; what orders hold and have bought stays, and the supply follows. */
export function withLeft<T extends DayStock>(day: T, left: number): T {
  return { ...day, available: left, supply: left + day.held + day.sold }
}

/** The day as if it had begun with so many: what orders hold and have bought is taken off, and never below nothing. */
export function begunWith<T extends DayStock>(day: T, units: number): T {
  return withLeft(day, Math.max(0, units - day.held - day.sold))
}
