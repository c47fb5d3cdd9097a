import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { openStateStore } from './store'

let folder: string
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'changke-state-'))
})
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }))
const open = () => openStateStore(path.join(folder, 'state.db'))

it('keeps each space apart, through a restart', () => {
  const first = open()
  first.space<number>('a').set('k', 1)
  first.space<object>('b').set('k', { deep: ['x'] })
  first.space('a').set('gone', 2)
  first.space('a').delete('gone')
  first.close()
  const second = open()
  expect([...second.space('a').entries()]).toEqual([['k', 1]])
  expect(second.space('b').get('k')).toEqual({ deep: ['x'] })
  second.close()
})

it('writes together become durable together, or not at all', () => {
  const store = open()
  const space = store.space<number>('a')
  space.set('before', 1)
  expect(() =>
    store.together(() => {
      space.set('before', 2)
      space.set('inside', 3)
      throw new Error('stop')
    }),
  ).toThrow('stop')
  expect([...space.entries()]).toEqual([['before', 1]])
  store.close()
  const again = open()
  expect([...again.space('a').entries()]).toEqual([['before', 1]])
  again.close()
})
