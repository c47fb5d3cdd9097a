/**
 * The data file: SQLite by libsql, WAL with synchronous=FULL, so that what was acknowledged survives `kill -9` and the
 * loss of power. Commits of one turn of the event loop go to disk together and are acknowledged only after that.
 */
import Libsql from 'libsql'
import { checkFile, prepareFile, releaseFile } from './data-file'
import { failed } from './errors'

export type StoredDoc = { readonly collection: string; readonly key: string; readonly text: string }
export type StoredCollection = { readonly name: string; readonly indexes: string }
/** What is to be written: `text` is null where the document goes. */
export type Row = { readonly collection: string; readonly key: string; readonly text: string | null }

export type Persistence = {
  /** Nothing is written, so no texts need be made for it. */
  readonly isVolatile: boolean
  collections(): StoredCollection[]
  docs(): StoredDoc[]
  /** Durable on return. */
  saveCollection(name: string, indexes: string): void
  /** Durable once `settled()` resolves. */
  save(rows: readonly Row[]): void
  /** The write under way, or null when all is durable. */
  settled(): Promise<void> | null
  /** @throws DatabaseError once a write has failed: what is in memory then is ahead of the disk. */
  checkSound(): void
  /** Writes what is due now. */
  flush(): void
  close(): void
}

/** Keeps nothing: for `:memory:`. */
export const volatile: Persistence = {
  isVolatile: true,
  collections: () => [],
  docs: () => [],
  saveCollection: () => undefined,
  save: () => undefined,
  settled: () => null,
  checkSound: () => undefined,
  flush: () => undefined,
  close: () => undefined,
}

/** @throws DataFileError when the file is newer, corrupt, foreign or in use; it is left as it is. */
export function openFile(file: string): Persistence {
  const db = checkFile(file, () => new Libsql(file))
  prepareFile(db, file)
  return new FilePersistence(db, file)
}

class FilePersistence implements Persistence {
  readonly isVolatile = false
  private readonly put
  private readonly remove
  private due: Row[] = []
  private pending: { promise: Promise<void>; resolve: () => void; reject: (error: Error) => void } | null =
    null
  private broken: Error | null = null

  constructor(
    private readonly db: Libsql.Database,
    private readonly file: string,
  ) {
    this.put = db.prepare(
      'INSERT INTO docs VALUES(?,?,?) ON CONFLICT(collection,key) DO UPDATE SET text=excluded.text',
    )
    this.remove = db.prepare('DELETE FROM docs WHERE collection=? AND key=?')
  }

  collections(): StoredCollection[] {
    return this.db.prepare('SELECT name, indexes FROM collections').all() as StoredCollection[]
  }

  docs(): StoredDoc[] {
    return this.db.prepare('SELECT collection, key, text FROM docs ORDER BY rowid').all() as StoredDoc[]
  }

  saveCollection(name: string, indexes: string): void {
    this.flush()
    this.db.prepare('INSERT OR REPLACE INTO collections VALUES(?,?)').run(name, indexes)
  }

  save(rows: readonly Row[]): void {
    this.checkSound()
    for (const row of rows) this.due.push(row)
    if (this.pending) return
    let resolve = (): void => undefined
    let reject = (_: Error): void => undefined
    const promise = new Promise<void>((yes, no) => {
      resolve = yes
      reject = no
    })
    promise.catch(() => undefined)
    this.pending = { promise, resolve, reject }
    setImmediate(() => this.flush())
  }

  checkSound(): void {
    if (this.broken) throw this.broken
  }

  settled(): Promise<void> | null {
    return this.pending?.promise ?? null
  }

  flush(): void {
    const { pending, due } = this
    if (!pending) return
    this.pending = null
    this.due = []
    try {
      this.write(due)
      pending.resolve()
    } catch (error) {
      this.broken = failed(
        `[InternalError] ${this.file} can't be written: ${String(error)}. Restart the local cloud.`,
      )
      pending.reject(this.broken)
    }
  }

  close(): void {
    this.flush()
    releaseFile(this.db)
  }

  /** One row commits by itself; several are one SQLite transaction. */
  private write(rows: readonly Row[]): void {
    if (rows.length === 1) return this.writeRow(rows[0] as Row)
    this.db.exec('BEGIN IMMEDIATE')
    try {
      for (const row of rows) this.writeRow(row)
      this.db.exec('COMMIT')
    } catch (error) {
      this.db.exec('ROLLBACK')
      throw error
    }
  }

  private writeRow({ collection, key, text }: Row): void {
    if (text === null) this.remove.run(collection, key)
    else this.put.run(collection, key, text)
  }
}
