import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import Libsql from 'libsql'
import { StartFailure } from '../failure'
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

it('says what to do about a file that is damaged behind its first page, and leaves it as it is', () => {
  const store = open()
  store.together(() => {
    for (let n = 0; n < 500; n++) store.space('a').set(`k${n}`, 'x'.repeat(500))
  })
  store.close()
  const file = path.join(folder, 'state.db')
  const db = new Libsql(file)
  db.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  db.close()
  const bytes = fs.readFileSync(file)
  bytes.fill(0x5a, 4096, 40960)
  fs.writeFileSync(file, bytes)
  expect(open).toThrow(StartFailure)
  expect(fs.readFileSync(file).equals(bytes)).toBe(true)
})
