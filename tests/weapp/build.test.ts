/** What WeChat's own compilers and its limits say of the build. */
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { DIST, filesOf, mainPackageBytes, needFreshBuilds } from './build'
import { compileStyles, compileTemplates } from './compile'

const jsonOf = (file: string) => file.replace(/wxss$/, 'json')

beforeAll(needFreshBuilds)

let broken: string
beforeEach(() => (broken = mkdtempSync(path.join(tmpdir(), 'changke-broken-'))))
afterEach(() => rmSync(broken, { recursive: true }))

it('is accepted by wcc: every wxml becomes something that draws', () => {
  const template = compileTemplates(DIST, [])
  const files = filesOf(DIST, '.wxml')
  expect(files.length).toBeGreaterThan(10)
  for (const file of files) expect(template(file)({})).toHaveProperty('children')
})

it('is accepted by wcsc: every wxss', () => {
  const files = filesOf(DIST, '.wxss')
  // Pages and components are named in its answer; what they import is part of it.
  const named = files.filter((file) => file !== 'app.wxss' && existsSync(path.join(DIST, jsonOf(file))))
  expect(named.length).toBeGreaterThan(8)
  expect(compileStyles(DIST, files)).toEqual(expect.arrayContaining(named))
})

it('would be refused, were a template or a style sheet broken', () => {
  mkdirSync(path.join(broken, 'a'))
  writeFileSync(path.join(broken, 'a/index.wxml'), '<view><text></view>')
  writeFileSync(path.join(broken, 'a/index.wxss'), '.a { color: red')
  expect(() => compileTemplates(broken, [])).toThrow(/index\.wxml/)
  expect(() => compileStyles(broken, ['a/index.wxss'])).toThrow(/index\.wxss/)
})

it('has a main package of at most 500 KB', () => {
  expect(mainPackageBytes()).toBeLessThanOrEqual(500 * 1024)
})
