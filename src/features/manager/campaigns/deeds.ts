import type { CampaignState } from '@shared/coupons/campaign-contract'
import { scrollPageTo } from '@/platform/scroll'
import { toast } from '@/ui/toast'
import { moveTo, saveForm, tryIt, type Outcome } from './editor'
import { placeId } from './faults'
import { faultsNow } from './faults-now'

/** The id of what sticks to the top of the form. */
export const HEAD_ID = 'campaign-head'
type Move = Exclude<CampaignState, 'draft'>
const MOVED: Readonly<Record<Move, string>> = {
  running: '活动已开启',
  paused: '已暂停，不再发券',
  ended: '活动已结束',
}

/** Shows what is wrong, the first of it in sight. */
function showFaults(faults: ReadonlyMap<string, string>): void {
  const [first = ''] = faults.keys()
  tryIt()
  toast(faults.size === 1 ? '有一处要改' : `有 ${faults.size} 处要改`)
  scrollPageTo(placeId(first), HEAD_ID)
}

/** Whether the form may be sent, as far as this phone can tell; else what is wrong is shown. */
export function isSound(): boolean {
  const faults = faultsNow(false)
  if (faults.size > 0) showFaults(faults)
  return faults.size === 0
}

/** Says how it went; a conflict has a sheet of its own. */
function tell(outcome: Outcome, done: string): void {
  if (outcome === 'done') toast(done)
  else if (outcome === 'faults') showFaults(faultsNow(true))
  else if (outcome !== 'conflict') toast(outcome.sentence)
}

/** Saves what is in the form, if it is sound. */
export async function save(done: string): Promise<void> {
  if (isSound()) tell(await saveForm(), done)
}

/** Begins, stops, resumes or ends the campaign. */
export async function move(to: Move): Promise<void> {
  tell(await moveTo(to), MOVED[to])
}
