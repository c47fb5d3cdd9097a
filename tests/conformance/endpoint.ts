/** The local cloud over the wire, with the collections of the suite. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startLocalCloud } from '../../local-cloud'
import { COLLECTION, UNIQUE_COLLECTION } from './suite'

export type Endpoint = {
  /** `http://127.0.0.1:PORT/admin` */
  readonly url: string
  advance(ms: number): Promise<void>
  close(): Promise<void>
}

const codeIsUnique = {
  IndexName: 'code_unique',
  MgoKeySchema: { MgoIsUnique: true, MgoIndexKeys: [{ Name: 'code', Direction: '1' as const }] },
}

export async function startEndpoint(): Promise<Endpoint> {
  const functionsRoot = mkdtempSync(path.join(tmpdir(), 'changke-conformance-'))
  // the cloud doesn't start without any function
  mkdirSync(path.join(functionsRoot, 'idle'))
  writeFileSync(path.join(functionsRoot, 'idle/index.js'), 'exports.main = async () => null\n')
  const cloud = await startLocalCloud({ dataDir: ':memory:', functionsRoot })
  cloud.database.ensure([
    { name: COLLECTION, indexes: [] },
    { name: UNIQUE_COLLECTION, indexes: [codeIsUnique] },
  ])
  return {
    url: `${cloud.url}/admin`,
    advance: async (ms) => void (await cloud.advance(ms)),
    async close() {
      await cloud.close()
      rmSync(functionsRoot, { recursive: true })
    },
  }
}
