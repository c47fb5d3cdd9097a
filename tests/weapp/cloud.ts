import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startCloudProcess, type CloudProcess } from '../builders/cloud-process'

/** A local cloud with the demo shop, a process of its own, on data that goes away with it. */
export async function seededCloud(): Promise<CloudProcess> {
  const data = mkdtempSync(path.join(tmpdir(), 'changke-weapp-'))
  const cloud = await startCloudProcess(data)
  return {
    ...cloud,
    async stop() {
      await cloud.stop()
      rmSync(data, { recursive: true, force: true })
    },
  }
}
