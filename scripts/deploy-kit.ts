/**
 * `npm run deploy-kit -- --files cloud://ENV.BUCKET`: what a new cloud environment needs, into `dist/deploy`:
 * `collections.json` (names and indexes as CloudBase takes them), `database/<collection>.json` (one document a line, the
 * console's import format) and `pictures/`. The demo shop is the start; change it there or afterwards in the console.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { collections } from '../cloudfunctions/database/collections'
import { drawPictures } from '../local-cloud/seed/art'
import { budgetRows } from '../local-cloud/seed/budgets'
import { welcomeCampaign } from '../local-cloud/seed/campaigns'
import { fileIdOf } from '../local-cloud/seed/files'
import { menuRow } from '../local-cloud/seed/menu'
import { shopRow } from '../local-cloud/seed/shop'
import { NO_PROGRAMME } from '@shared/promoters/programme'
import { ROOT } from './stamp'

const OUT = path.join(ROOT, 'dist/deploy')

function write(name: string, content: string | Uint8Array): void {
  const file = path.join(OUT, name)
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, content)
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { files: { type: 'string' } } })
  if (!values.files?.startsWith('cloud://')) {
    console.error(
      'Say where your files lie: npm run deploy-kit -- --files cloud://ENV.BUCKET (see any file in your cloud storage)',
    )
    process.exitCode = 1
    return
  }
  rmSync(OUT, { recursive: true, force: true })
  write('collections.json', `${JSON.stringify(collections, null, 2)}\n`)
  const prefix = values.files.replace(/\/?$/, '/')
  const lines = (rows: readonly object[]) =>
    rows.map((row) => JSON.stringify(row).replaceAll(fileIdOf(''), prefix)).join('\n') + '\n'
  const counters = Object.keys(shopRow.stores).map((store) => ({ _id: store, staff: {} }))
  const campaigns = [welcomeCampaign(Date.now())]
  const documents = {
    settings: [{ ...shopRow, nthOrderCampaigns: {}, programme: NO_PROGRAMME }],
    catalogue: [menuRow],
    campaigns,
    budgets: budgetRows(campaigns, []),
    counters,
  }
  for (const [name, rows] of Object.entries(documents)) write(`database/${name}.json`, lines(rows))
  for (const { path: name, bytes } of await drawPictures()) write(name, bytes)
  console.log(`wrote ${path.relative(ROOT, OUT)}: collections.json, database/, pictures/`)
}

void main()
