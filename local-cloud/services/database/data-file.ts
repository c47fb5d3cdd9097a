/** Opening a data file without ever harming one that isn't ours, is newer, or is damaged. */
import type Libsql from 'libsql'
import { DataFileError, type DataFileTrouble } from './errors'

/** Raised when the tables change. A file with a higher number is left alone. */
export const FORMAT = 1
/** Marks a SQLite file as ours: 'chke'. */
const APPLICATION = 0x63686b65

const TABLES = `
  CREATE TABLE collections(name TEXT PRIMARY KEY, indexes TEXT NOT NULL);
  CREATE TABLE docs(collection TEXT NOT NULL, key TEXT NOT NULL, text TEXT NOT NULL, PRIMARY KEY(collection, key));
`

const advice: Readonly<Record<DataFileTrouble, string>> = {
  newer: 'It was written by a newer version. Update the project, or use another folder: --data DIR.',
  corrupt: 'It is damaged. Put a copy of it back, or move it away to start afresh.',
  foreign: 'It belongs to another program. Use another folder: --data DIR.',
  inUse: 'Another local cloud has it open. Stop that one, or use another folder: --data DIR.',
  unreadable: 'It can not be opened. Look at its path and permissions.',
}

export const trouble = (file: string, kind: DataFileTrouble, cause?: unknown): DataFileError =>
  new DataFileError(kind, `Can't use ${file}. ${advice[kind]} Nothing was changed.`, { cause })

/** Runs a step of opening; what SQLite throws becomes a DataFileError. */
export function checkFile<T>(file: string, step: () => T): T {
  try {
    return step()
  } catch (error) {
    if (error instanceof DataFileError) throw error
    throw trouble(file, kindOf(error), error)
  }
}

function kindOf(error: unknown): DataFileTrouble {
  const { code = '', message = '' } = error as { code?: string; message?: string }
  const text = `${code} ${message}`
  if (/NOTADB|CORRUPT|not a database|malformed/i.test(text)) return 'corrupt'
  return /BUSY|LOCKED|locked/i.test(text) ? 'inUse' : 'unreadable'
}

/** Locks the file for this process, checks it, and makes the tables in a new one. */
export function prepareFile(db: Libsql.Database, file: string): void {
  try {
    checkFile(file, () => prepare(db, file))
  } catch (error) {
    db.close()
    throw error
  }
}

/**
 * Leaves one file with everything in it, and unlocked. libsql's own close waits for its statements to be collected, so
 * the lock is given up explicitly.
 */
export function releaseFile(db: Libsql.Database): void {
  db.exec('PRAGMA journal_mode=DELETE')
  db.exec('PRAGMA locking_mode=NORMAL')
  read(db, 'user_version')
  db.close()
}

function prepare(db: Libsql.Database, file: string): void {
  db.exec('PRAGMA locking_mode=EXCLUSIVE')
  const format = read(db, 'user_version')
  const application = read(db, 'application_id')
  const isNew = read(db, 'schema_version') === 0
  if (!isNew && application !== APPLICATION) throw trouble(file, 'foreign')
  if (format > FORMAT) throw trouble(file, 'newer')
  // read through before the first byte is written
  if (!isNew) {
    const [check] = db.prepare('PRAGMA quick_check(1)').raw().all() as [string][]
    if (check?.[0] !== 'ok') throw trouble(file, 'corrupt', check?.[0])
  }
  db.exec('PRAGMA journal_mode=WAL')
  db.exec('PRAGMA synchronous=FULL')
  // a write takes the exclusive lock now, not at the first order of the day
  const tables = isNew ? `${TABLES} PRAGMA application_id=${APPLICATION};` : ''
  db.exec(`BEGIN EXCLUSIVE; ${tables} PRAGMA user_version=${FORMAT}; COMMIT`)
}

function read(db: Libsql.Database, pragma: string): number {
  const [row] = db.prepare(`PRAGMA ${pragma}`).raw().all() as [number][]
  return Number(row?.[0] ?? 0)
}
