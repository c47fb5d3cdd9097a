import { build } from 'esbuild'
import { cp, mkdir } from 'node:fs/promises'
import { join } from 'node:path'

/** Bundles the desk's page and the phone's shell into `outDir/page` and `outDir/phone`; takes a tenth of a second. */
export async function buildDesk(root: string, outDir: string): Promise<void> {
  const from = join(root, 'local-cloud', 'desk')
  const shared = { bundle: true, target: 'chrome110', alias: { '@shared': join(root, 'shared') } } as const
  await Promise.all([
    mkdir(join(outDir, 'page'), { recursive: true }),
    mkdir(join(outDir, 'phone'), { recursive: true }),
  ])
  await Promise.all([
    build({
      ...shared,
      entryPoints: [join(from, 'page', 'main.ts')],
      outfile: join(outDir, 'page', 'main.js'),
    }),
    build({
      ...shared,
      entryPoints: [join(from, 'page', 'desk.css')],
      outfile: join(outDir, 'page', 'main.css'),
    }),
    build({
      ...shared,
      entryPoints: [join(from, 'phone', 'main.ts')],
      outfile: join(outDir, 'phone', 'main.js'),
    }),
    build({
      ...shared,
      entryPoints: [join(from, 'phone', 'history.ts')],
      outfile: join(outDir, 'phone', 'history.js'),
    }),
    build({
      ...shared,
      entryPoints: [join(from, 'phone', 'phone.css')],
      outfile: join(outDir, 'phone', 'main.css'),
    }),
    cp(join(from, 'page', 'index.html'), join(outDir, 'page', 'index.html')),
    cp(join(from, 'phone', 'index.html'), join(outDir, 'phone', 'index.html')),
  ])
}
