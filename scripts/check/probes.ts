/**
 * One deliberate breach for each dependency rule: a rule that stops firing fails here, not in a review.
 * All breaches are written into a throwaway copy of the import graph's roots, cruised once, and removed with it.
 */
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { cruise } from './cruise'

const ROOT = path.resolve(__dirname, '../..')

/** Rule → files that break it. `zz-` rooms exist nowhere else. */
const PROBES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'no-circular': {
    'shared/zz-a/a.ts': "import { b } from './b'\nexport const a = () => b",
    'shared/zz-a/b.ts': "import { a } from './a'\nexport const b = () => a",
  },
  'shared-is-a-leaf': { 'shared/zz-b/a.ts': "import 'node:fs'" },
  'client-never-sees-server': { 'src/ui/zz-c.ts': "import '../../cloudfunctions/platform/router'" },
  'server-never-sees-client': { 'cloudfunctions/platform/zz-d.ts': "import '../../src/app.config'" },
  'client-takes-contracts-as-types': {
    'src/features/zz-e/a.ts': "import { menu } from '@shared/catalogue/contract'\nexport const z = menu",
  },
  'rules-carry-no-validator': {
    'shared/zz-f/rule.ts': "import { menu } from '../catalogue/contract'\nexport const rule = menu",
  },
  'phone-carries-no-validator': { 'src/ui/zz-f.ts': "import 'valibot'" },
  'server-room-by-front-door': { 'cloudfunctions/features/zz-g/a.ts': "import '../coupons/repository'" },
  'functions-by-front-door': {
    'cloudfunctions/functions/zz-h/index.ts': "import '../../features/coupons/repository'",
  },
  'client-room-by-front-door': { 'src/features/zz-i/a.ts': "import '../coupons/store'" },
  'platform-knows-no-room': { 'src/platform/zz-j.ts': "import '../features/coupons/store'" },
  'ui-knows-no-room': { 'src/ui/zz-k.ts': "import '../features/coupons/store'" },
  'sdk-in-one-file': { 'cloudfunctions/features/zz-l/a.ts': "import 'wx-server-sdk'" },
  'database-through-repositories': {
    'cloudfunctions/features/zz-m/a.ts': "import { Db } from '../../platform/db'\nexport const z = Db",
  },
  'cloud-only-through-api': { 'src/features/zz-n/store.ts': "import '@/platform/cloud'" },
  'nothing-that-ships-sees-the-local-cloud': {
    'cloudfunctions/features/zz-o/a.ts': "import '../../../local-cloud/index'",
  },
}

/** Rules declared in .dependency-cruiser.cjs, so that a rule without a probe is noticed too. */
function declaredRules(): string[] {
  const config = createRequire(__filename)(path.join(ROOT, '.dependency-cruiser.cjs')) as {
    forbidden: { name: string }[]
  }
  return config.forbidden.map((rule) => rule.name)
}

function copyOfTheHouse(): string {
  const copy = mkdtempSync(path.join(tmpdir(), 'changke-probes-'))
  for (const part of [
    'src',
    'shared',
    'cloudfunctions',
    'local-cloud',
    'tsconfig.json',
    '.dependency-cruiser.cjs',
  ])
    cpSync(path.join(ROOT, part), path.join(copy, part), { recursive: true })
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(copy, 'node_modules'))
  return copy
}

/** Names of the rules that stayed silent on their own breach, or have none. */
export async function silentRules(): Promise<string[]> {
  const copy = copyOfTheHouse()
  try {
    for (const files of Object.values(PROBES))
      for (const [file, text] of Object.entries(files)) {
        mkdirSync(path.dirname(path.join(copy, file)), { recursive: true })
        writeFileSync(path.join(copy, file), `${text}\n`)
      }
    const found = await cruise(copy)
    return declaredRules().filter((rule) => {
      const files = Object.keys(PROBES[rule] ?? {})
      return !found.some((breach) => breach.rule === rule && files.some((file) => breach.from.endsWith(file)))
    })
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
}
