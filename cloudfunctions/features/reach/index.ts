/** Public face of the reach room: the one door for what leaves the shop for a person without being their order's news. */
import { DueTask } from '@shared/reach/contract'
import { task, type Sweep, type TaskRoute } from '../../platform/tick'
import type { Journey } from './journey'
import { DUE_TASK } from './plan-jobs'
import { seeToDue } from './see-to-due'

/** Given at mounting, because the journeys' rooms know this one and not the other way round. */
export const reachTasks = (journeys: readonly Journey[]): readonly TaskRoute[] => {
  const run = seeToDue(journeys)
  return [task(DueTask, (_call, ctx) => run(ctx))]
}
export const reachSweeps = (journeys: readonly Journey[]): readonly Sweep[] => [
  { name: DUE_TASK, run: seeToDue(journeys) },
]

export { recordConsents, stopReaching } from './consents'
export type { Journey } from './journey'
export { jobIdOf, planJobs, type Plan } from './plan-jobs'
export { jobsById, reachSettings, wasPushed, type ReachSettings } from './repository'
