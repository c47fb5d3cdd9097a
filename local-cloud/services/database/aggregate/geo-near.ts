/** `$geoNear`: documents with their distance, the nearest first. */
import { failed } from '../errors'
import { metresBetween, pointAt, type Position } from '../operators/geo'
import { predicateOf } from '../query/predicate'
import { type Fields, isFields } from '../values'
import { changeAt } from '../updates/paths'
import type { Doc } from '../values'

const DEFAULT_LIMIT = 100

export function geoNear(docs: readonly Fields[], stage: Fields): Fields[] {
  const {
    distanceField,
    maxDistance = Infinity,
    minDistance = 0,
    distanceMultiplier = 1,
    includeLocs,
    key,
  } = stage
  const near = stage['near']
  if (typeof distanceField !== 'string' || !isFields(near)) {
    throw failed("[FailedOperation] $geoNear requires 'near' and 'distanceField'")
  }
  const centre = near['coordinates'] as Position
  const matches = predicateOf((stage['query'] as Fields | undefined) ?? {})
  const found: { metres: number; doc: Fields }[] = []
  for (const doc of docs) {
    const field = typeof key === 'string' ? key : Object.keys(doc).find((name) => pointAt(doc, name))
    const at = field === undefined ? null : pointAt(doc, field)
    if (!at || field === undefined || !matches(doc)) continue
    const metres = metresBetween(at, centre)
    if (metres > Number(maxDistance) || metres < Number(minDistance)) continue
    let out = changeAt(doc as Doc, distanceField.split('.'), () => metres * Number(distanceMultiplier))
    if (typeof includeLocs === 'string') out = changeAt(out, includeLocs.split('.'), () => doc[field])
    found.push({ metres, doc: out })
  }
  const most = Number(stage['num'] ?? stage['limit'] ?? DEFAULT_LIMIT)
  return found
    .sort((a, b) => a.metres - b.metres)
    .slice(0, most)
    .map(({ doc }) => doc)
}
