/** @jest-environment jsdom */
import { forget, handOver, holder, remember, remembered } from './person'

beforeEach(() => {
  localStorage.clear()
  sessionStorage.clear()
})

describe('who holds the phone', () => {
  it('is whoever held it last', () => {
    expect(holder('oA')).toBe('oA')
    handOver('oA', 'oB')
    expect(holder('oA')).toBe('oB')
  })
  it("packs one person's app away before the next takes the phone, and unpacks it again", () => {
    localStorage.setItem('cart', 'latte of A')
    sessionStorage.setItem('draft', 'of A')
    remember('privacy', 'oA', 'agreed')
    handOver('oA', 'oB')
    expect(localStorage.getItem('cart')).toBeNull()
    expect(sessionStorage).toHaveLength(0)
    expect(remembered('privacy', 'oB')).toBeNull()
    localStorage.setItem('cart', 'tea of B')
    localStorage.setItem('only-b', '1')
    handOver('oB', 'oA')
    expect(localStorage.getItem('cart')).toBe('latte of A')
    expect(localStorage.getItem('only-b')).toBeNull()
    expect(remembered('privacy', 'oA')).toBe('agreed')
  })
  it('forgets one person and leaves the others as they are', () => {
    localStorage.setItem('cart', 'of A')
    remember('privacy', 'oA', 'agreed')
    handOver('oA', 'oB')
    localStorage.setItem('cart', 'of B')
    remember('privacy', 'oB', 'agreed')
    forget('oB')
    expect(localStorage.getItem('cart')).toBeNull()
    expect(remembered('privacy', 'oB')).toBeNull()
    expect(holder('oA')).toBe('oB')
    handOver('oB', 'oA')
    expect(localStorage.getItem('cart')).toBe('of A')
    expect(remembered('privacy', 'oA')).toBe('agreed')
  })
})
