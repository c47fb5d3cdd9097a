import Libsql from 'libsql'
import { StartFailure } from '../failure'

/** Raised when the shape of what services keep changes so that an older program can't read it. */
export const STATE_VERSION = 1

/** One service's drawer in the state file: JSON values by key. */
export type Space<T> = {
  get(key: string): T | undefined
  /** Durable when it returns. */
  set(key: string, value: T): void
  delete(key: string): void
  entries(): IterableIterator<[string, T]>
  readonly size: number
}
export type StateStore = {
  space<T>(name: string): Space<T>
  /** All writes inside become durable together, or none does. */
  together<R>(write: () => R): R
  close(): void
}

/**
 * What the services remember besides documents (payments, consents, inbox, delayed calls, clock): one SQLite file,
 * each `set` on disk before it returns, everything read from memory. `file` may be ':memory:'.
 */
export const openStateStore = (file: string): StateStore => new SqliteStateStore(openFile(file))

class SqliteStateStore implements StateStore {
  private readonly put
  private readonly drop
  private readonly spaces = new Map<string, Map<string, unknown>>()
  private grouping = false
  /** How to take back, in memory, what the current group has written. */
  private undo: (() => void)[] = []

  constructor(private readonly db: Libsql.Database) {
    this.put = db.prepare(
      'INSERT INTO state(space, key, value) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET value = excluded.value',
    )
    this.drop = db.prepare('DELETE FROM state WHERE space = ? AND key = ?')
    for (const row of db.prepare('SELECT space, key, value FROM state ORDER BY rowid').all() as StateRow[]) {
      this.drawer(row.space).set(row.key, JSON.parse(row.value))
    }
  }

  space<T>(name: string): Space<T> {
    const values = this.drawer(name) as Map<string, T>
    return {
      get: (key) => values.get(key),
      set: (key, value) => {
        this.put.run(name, key, JSON.stringify(value))
        this.remember(values, key)
        values.set(key, value)
      },
      delete: (key) => {
        if (!values.has(key)) return
        this.drop.run(name, key)
        this.remember(values, key)
        values.delete(key)
      },
      entries: () => values.entries(),
      get size() {
        return values.size
      },
    }
  }
  together<R>(write: () => R): R {
    if (this.grouping) return write()
    this.db.exec('BEGIN IMMEDIATE')
    this.grouping = true
    try {
      const result = write()
      this.db.exec('COMMIT')
      return result
    } catch (error) {
      this.db.exec('ROLLBACK')
      this.undo.reverse().forEach((step) => step())
      throw error
    } finally {
      this.grouping = false
      this.undo = []
    }
  }
  close(): void {
    this.db.close()
  }

  private drawer(name: string): Map<string, unknown> {
    const found = this.spaces.get(name) ?? new Map<string, unknown>()
    this.spaces.set(name, found)
    return found
  }
  private remember<T>(values: Map<string, T>, key: string): void {
    if (!this.grouping) return
    const had = values.has(key)
    const before = values.get(key) as T
    this.undo.push(() => void (had ? values.set(key, before) : values.delete(key)))
  }
}

type StateRow = { space: string; key: string; value: string }

function openFile(file: string): Libsql.Database {
  let db: Libsql.Database
  let version: number
  try {
    db = new Libsql(file)
    const rows = db.prepare('PRAGMA user_version').all() as { user_version: number }[]
    version = rows[0]?.user_version ?? 0
    // read through before the first byte is written
    const [check] = db.prepare('PRAGMA quick_check(1)').raw().all() as [string][]
    if (check?.[0] !== 'ok') throw new Error(check?.[0])
  } catch (error) {
    throw corrupt(file, error)
  }
  if (version > STATE_VERSION) {
    db.close()
    throw new StartFailure(
      `The data in ${file} was written by a newer version (${version}; this program reads up to ${STATE_VERSION}). ` +
        'Update the program, or start with another folder: --data DIR. Nothing was changed.',
    )
  }
  try {
    db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;')
    db.exec(
      'CREATE TABLE IF NOT EXISTS state (space TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (space, key))',
    )
    if (version === 0) db.exec(`PRAGMA user_version = ${STATE_VERSION}`)
  } catch (error) {
    db.close()
    throw corrupt(file, error)
  }
  return db
}

const corrupt = (file: string, error: unknown) =>
  new StartFailure(
    `The data file ${file} can't be read (${error instanceof Error ? error.message : String(error)}). ` +
      'Put back a copy of the data folder, or move it away to start with an empty shop. Nothing was changed.',
  )
