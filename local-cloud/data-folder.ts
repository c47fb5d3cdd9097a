import fs from 'node:fs'
import path from 'node:path'
import { StartFailure } from './failure'

/** One process per data folder: a file with the pid of the one that holds it. */
export type FolderLock = { release(): void }

/** Lock files that this very process holds: a pid alone does not tell, since a killed process may have had the same. */
const held = new Set<string>()

/** Makes the folder when it is missing. Throws StartFailure when another living process holds it. */
export function lockDataFolder(folder: string): FolderLock {
  try {
    fs.mkdirSync(folder, { recursive: true })
  } catch (error) {
    throw new StartFailure(
      `The data folder ${folder} can't be made (${String(error)}). Choose another with --data DIR.`,
    )
  }
  const file = path.join(folder, 'lock')
  const holder = pidIn(file)
  if (holder !== null && isHeld(file, holder)) {
    throw new StartFailure(
      `The data folder ${folder} is in use by process ${holder}. Stop that one, or choose another folder with --data DIR. ` +
        `If that process is no local cloud, a killed one left the file ${file}: delete it.`,
    )
  }
  if (holder !== null) fs.rmSync(file, { force: true })
  try {
    fs.writeFileSync(file, String(process.pid), { flag: 'wx' })
  } catch {
    throw new StartFailure(
      `The data folder ${folder} was taken by another process just now (or can't be written).`,
    )
  }
  held.add(file)
  return {
    release() {
      held.delete(file)
      if (pidIn(file) === process.pid) fs.rmSync(file, { force: true })
    },
  }
}

/** The pid in a lock file; 0 for a file without one (its writer was killed); null when there is no file. */
function pidIn(file: string): number | null {
  try {
    return Number.parseInt(fs.readFileSync(file, 'utf8'), 10) || 0
  } catch {
    return null
  }
}

function isHeld(file: string, pid: number): boolean {
  if (pid === 0) return false
  if (pid === process.pid) return held.has(file)
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
