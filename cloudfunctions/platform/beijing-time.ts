import { HOUR_MS, type Instant } from '@shared/kernel/time'

/** `2026-11-23T00:35:09.000` as clocks in Beijing show it: WeChat's interfaces write times so. */
const local = (at: Instant): string => new Date(at + 8 * HOUR_MS).toISOString().slice(0, 23)

/** `yyyyMMddHHmmss`, as WeChat Pay v2 counts. */
export const payTime = (at: Instant): string => local(at).slice(0, 19).replace(/\D/g, '')

/** RFC 3339 in whole seconds, as WeChat Pay v3 writes it: `2026-11-23T00:35:09+08:00`. */
export const rfc3339 = (at: Instant): string => `${local(at).slice(0, 19)}+08:00`

/** RFC 3339 with milliseconds, as the shipping service wants it. */
export const rfc3339Ms = (at: Instant): string => `${local(at)}+08:00`
