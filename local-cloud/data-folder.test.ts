import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { lockDataFolder } from './data-folder'
import { StartFailure } from './failure'

let folder: string
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'changke-lock-'))
})
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }))

const holder = () => fs.readFileSync(path.join(folder, 'lock'), 'utf8')

it('holds a folder until it is released, also against its own process', () => {
  const lock = lockDataFolder(folder)
  expect(() => lockDataFolder(folder)).toThrow(StartFailure)
  lock.release()
  lockDataFolder(folder).release()
  expect(fs.existsSync(path.join(folder, 'lock'))).toBe(false)
})

it('takes over from a killed process that had the same pid, as in a container that was started again', () => {
  fs.writeFileSync(path.join(folder, 'lock'), String(process.pid))
  const lock = lockDataFolder(folder)
  expect(holder()).toBe(String(process.pid))
  lock.release()
})

it('refuses while another living process holds it', () => {
  fs.writeFileSync(path.join(folder, 'lock'), String(process.ppid))
  expect(() => lockDataFolder(folder)).toThrow(`in use by process ${process.ppid}`)
  expect(holder()).toBe(String(process.ppid))
})
