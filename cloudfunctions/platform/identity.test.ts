import { base32hex, derivedId, memberIdOf, randomId, shortCode } from './identity'

it('writes base32hex as RFC 4648 does', () => {
  const vectors = {
    '': '',
    f: 'co',
    fo: 'cpng',
    foo: 'cpnmu',
    foob: 'cpnmuog',
    fooba: 'cpnmuoj1',
    foobar: 'cpnmuoj1e8',
  }
  for (const [text, expected] of Object.entries(vectors)) expect(base32hex(Buffer.from(text))).toBe(expected)
})

it('gives a member 160 bits of a keyed hash: the same for the same key, another for another', () => {
  const id = memberIdOf('oAnn', 'key')
  expect(id).toMatch(/^m[0-9a-v]{32}$/)
  expect(memberIdOf('oAnn', 'key')).toBe(id)
  expect(new Set([id, memberIdOf('oAnn', 'other'), memberIdOf('oBob', 'key')]).size).toBe(3)
})

it('derives the same id from the same parts and keeps parts apart', () => {
  expect(derivedId('o', 'a', 'b')).toBe(derivedId('o', 'a', 'b'))
  expect(derivedId('o', 'a', 'b')).toMatch(/^o[0-9a-v]{25}$/)
  expect(derivedId('o', 'ab', '')).not.toBe(derivedId('o', 'a', 'b'))
})

it('makes a short code that nobody makes without the key', () => {
  const code = shortCode('key', 'member', 'm1')
  expect(code).toMatch(/^[0-9a-v]{12}$/)
  expect(shortCode('key', 'member', 'm1')).toBe(code)
  const others = [
    shortCode('other', 'member', 'm1'),
    shortCode('key', 'memberm1'),
    shortCode('key', 'member', 'm2'),
  ]
  expect(new Set([code, ...others]).size).toBe(4)
})

it('makes ids that differ', () => {
  const ids = Array.from({ length: 1000 }, randomId)
  expect(new Set(ids).size).toBe(1000)
  expect(ids.every((id) => /^[0-9a-v]{26}$/.test(id))).toBe(true)
})
