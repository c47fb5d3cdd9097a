/** `$bucket` as the group that it is: mingo puts a value that equals a boundary into the bucket below. */
import { failed } from '../errors'
import type { Fields } from '../values'
import type { Stage } from './stages'

/** The stages that a bucket stands for. */
export function bucketStages(stage: Fields): Stage[] {
  const { groupBy, boundaries, output = { count: { $sum: 1 } } } = stage
  if (!Array.isArray(boundaries) || boundaries.length < 2) {
    throw failed('[FailedOperation] $bucket requires at least two boundaries')
  }
  const branches = boundaries.slice(0, -1).map((from: unknown, i) => ({
    case: { $and: [{ $gte: [groupBy, from] }, { $lt: [groupBy, boundaries[i + 1] as unknown] }] },
    then: from,
  }))
  const $switch = 'default' in stage ? { branches, default: stage['default'] } : { branches }
  return [
    { name: '$group', value: { _id: { $switch }, ...(output as Fields) } },
    { name: '$sort', value: { _id: 1 } },
  ]
}
