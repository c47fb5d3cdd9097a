import { execFile } from 'node:child_process'
import path from 'node:path'

export type Breach = { readonly rule: string; readonly from: string; readonly to: string }
type Report = { summary: { violations: { rule: { name: string }; from: string; to: string }[] } }

/** Runs dependency-cruiser over the rooms below `root`; every breach of .dependency-cruiser.cjs. */
export function cruise(root: string): Promise<Breach[]> {
  const bin = path.resolve(__dirname, '../../node_modules/dependency-cruiser/bin/dependency-cruise.mjs')
  const args = [bin, 'shared', 'cloudfunctions', 'src', 'local-cloud', '--output-type', 'json']
  return new Promise((resolve, reject) => {
    execFile(process.execPath, args, { cwd: root, maxBuffer: 256 << 20 }, (error, stdout, stderr) => {
      if (!stdout.startsWith('{')) return reject(error ?? new Error(stderr))
      const { violations } = (JSON.parse(stdout) as Report).summary
      resolve(violations.map((v) => ({ rule: v.rule.name, from: v.from, to: v.to })))
    })
  })
}
