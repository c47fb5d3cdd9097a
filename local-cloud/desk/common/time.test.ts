import { aheadText, clockText, dayText } from './time'

const MINUTE = 60_000

describe("the desk's times", () => {
  it("are the shop's, whatever the zone of the machine", () => {
    const at = Date.UTC(2026, 10, 21, 23, 30)
    expect(clockText(at)).toBe('07:30')
    expect(dayText(at)).toContain('22')
    expect(clockText(Date.UTC(2026, 10, 21, 16, 0))).toBe('00:00')
  })
  it.each([
    [0, '×1 实时'],
    [20_000, '×1 实时'],
    [31 * MINUTE, '×1 · 比现实快 31 分'],
    [(25 * 60 + 10) * MINUTE, '×1 · 比现实快 1 天 1 小时 10 分'],
    [-5 * MINUTE, '×1 · 比现实慢 5 分'],
  ])('say how far the clock is ahead: %d', (ahead, text) => {
    expect(aheadText(ahead)).toBe(text)
  })
})
