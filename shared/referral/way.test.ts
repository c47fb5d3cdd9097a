import { cardPath, codeIn, codeScene } from './way'

const CODE = '0a1b2c3d4e5f'

it('finds its own code in a card’s query, and in the scene of a scanned code as WeChat encodes it', () => {
  expect(cardPath('product', CODE)).toBe(`/features/catalogue/pages/menu/index?c=${CODE}`)
  expect(codeIn({ c: CODE })).toBe(CODE)
  expect(codeIn({ scene: codeScene(CODE) })).toBe(CODE)
  expect(codeIn({ scene: encodeURIComponent(codeScene(CODE)) })).toBe(CODE)
})

it('makes a scene that WeChat takes', () => {
  expect(codeScene(CODE)).toMatch(/^[0-9A-Za-z!#$&'()*+,/:;=?@\-._~]{1,32}$/)
})

it.each<[string, Record<string, unknown>]>([
  ['nothing', {}],
  ['a table', { scene: 'table:s1:A1' }],
  ['a foreign code', { c: 'HELLO2026' }],
  ['too long', { c: `${CODE}0` }],
  ['cut off', { scene: 'c:0a1b' }],
  ['no text', { c: [CODE], scene: 7 }],
])('finds none in %s', (_what, query) => {
  expect(codeIn(query)).toBeNull()
})
