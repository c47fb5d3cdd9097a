/** The local cloud over the wire, with the collections of the suite. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type LocalCloud, startLocalCloud } from '../../local-cloud'
import { COLLECTION, UNIQUE_COLLECTION } from './suite'

export type Endpoint = {
  /** `http://127.0.0.1:PORT/admin` */
  readonly url: string
  readonly cloud: LocalCloud
  advance(ms: number): Promise<void>
  close(): Promise<void>
}

const codeIsUnique = {
  IndexName: 'code_unique',
  MgoKeySchema: { MgoIsUnique: true, MgoIndexKeys: [{ Name: 'code', Direction: '1' as const }] },
}

/** A folder for functions, with one that does nothing: the cloud doesn't start without any. */
export function functionsFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'changke-conformance-'))
  mkdirSync(path.join(folder, 'idle'))
  writeFileSync(path.join(folder, 'idle/index.js'), 'exports.main = async () => null\n')
  return folder
}

/** `functionsRoot` is removed at the end. */
export async function startEndpoint(functionsRoot = functionsFolder()): Promise<Endpoint> {
  const cloud = await startLocalCloud({ dataDir: ':memory:', functionsRoot })
  cloud.database.ensure([
    { name: COLLECTION, indexes: [] },
    { name: UNIQUE_COLLECTION, indexes: [codeIsUnique] },
  ])
  return {
    url: `${cloud.url}/admin`,
    cloud,
    advance: async (ms) => void (await cloud.advance(ms)),
    async close() {
      await cloud.close()
      rmSync(functionsRoot, { recursive: true })
    },
  }
}
