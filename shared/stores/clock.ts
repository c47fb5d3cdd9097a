const two = (n: number) => String(n).padStart(2, '0')

/** Minutes since midnight as a clock says them: 440 → 07:20; 1440 → 24:00. */
export const clockOf = (minutes: number): string => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`

/** 07:20 → 440. Throws nothing: what is no time is midnight. */
export function minutesOf(clock: string): number {
  const [, hours = '0', minutes = '0'] = /^(\d{1,2}):(\d{2})$/.exec(clock) ?? []
  return Number(hours) * 60 + Number(minutes)
}
