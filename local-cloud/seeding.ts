import { seedShop } from './seed'
import { templateDeclarations } from './seed/templates'
import type { Services } from './services'
import type { Database } from './services/database'
import { DEMO_MEMBER_KEY } from './services/functions/environment'
import type { StateStore } from './state/store'

/** Fills an empty folder with the demo shop; a seeding that was cut short is done again, a finished one never. */
export async function seedIfEmpty(
  store: StateStore,
  database: Database,
  services: Services,
): Promise<boolean> {
  const progress = store.space<'begun' | 'done'>('seed')
  const begun = progress.get('shop') === 'begun'
  if (!begun && !database.isEmpty()) return false
  progress.set('shop', 'begun')
  services.messages.addTemplates(templateDeclarations)
  await seedShop({ database, storage: services.storage, memberKey: DEMO_MEMBER_KEY }, services.clock.now())
  progress.set('shop', 'done')
  return true
}
