/** Geographic operators, which mingo hasn't: distances on a sphere, in metres; shapes in the plane of their degrees. */
import { failed, notSupported } from '../errors'
import { type Fields, isFields, plainValue } from '../values'
import type { Version } from '../versions'

export type Position = readonly [longitude: number, latitude: number]
type Ring = readonly Position[]
type Shape = { readonly type: string; readonly coordinates: unknown }
type Near = { readonly $geometry: Shape; readonly $maxDistance?: number; readonly $minDistance?: number }

const EARTH_METRES = 6_378_100
const radians = (degrees: number): number => (degrees * Math.PI) / 180

/** Metres between two positions along a great circle. */
export function metresBetween([lngA, latA]: Position, [lngB, latB]: Position): number {
  const h =
    Math.sin(radians(latB - latA) / 2) ** 2 +
    Math.cos(radians(latA)) * Math.cos(radians(latB)) * Math.sin(radians(lngB - lngA) / 2) ** 2
  return 2 * EARTH_METRES * Math.asin(Math.min(1, Math.sqrt(h)))
}

const isShape = (value: unknown): value is Shape => isFields(value) && Array.isArray(value['coordinates'])

export function pointAt(doc: Fields, path: string): Position | null {
  const value = plainValue(doc, path.split('.'))
  return isShape(value) && value.type === 'Point' ? (value.coordinates as unknown as Position) : null
}

/** All positions of a shape. */
function positionsOf(shape: Shape): Position[] {
  const depth = { Point: 0, MultiPoint: 1, LineString: 1, Polygon: 2, MultiLineString: 2, MultiPolygon: 3 }[
    shape.type
  ]
  if (depth === undefined) return []
  return (depth === 0 ? [shape.coordinates] : (shape.coordinates as unknown[]).flat(depth - 1)) as Position[]
}

/** Polygons of a shape, each a list of rings: the outer one, then its holes. */
function polygonsOf(shape: Shape): (readonly Ring[])[] {
  if (shape.type === 'Polygon') return [shape.coordinates as Ring[]]
  return shape.type === 'MultiPolygon' ? (shape.coordinates as Ring[][]) : []
}

function linesOf(shape: Shape): Ring[] {
  if (shape.type === 'LineString') return [shape.coordinates as Ring]
  if (shape.type === 'MultiLineString' || shape.type === 'Polygon') return shape.coordinates as Ring[]
  return shape.type === 'MultiPolygon' ? (shape.coordinates as Ring[][]).flat() : []
}

const turn = (a: Position, b: Position, c: Position): number =>
  Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]))

const within = (p: Position, a: Position, b: Position): boolean =>
  Math.min(a[0], b[0]) <= p[0] &&
  p[0] <= Math.max(a[0], b[0]) &&
  Math.min(a[1], b[1]) <= p[1] &&
  p[1] <= Math.max(a[1], b[1])

const onSegment = (p: Position, a: Position, b: Position): boolean => turn(a, b, p) === 0 && within(p, a, b)

const segments = (ring: Ring): [Position, Position][] =>
  ring.slice(1).map((end, i) => [ring[i] as Position, end])

const onLine = (p: Position, line: Ring): boolean => segments(line).some(([a, b]) => onSegment(p, a, b))

function insideRing(p: Position, ring: Ring): boolean {
  let inside = false
  for (const [a, b] of segments(ring)) {
    if (a[1] > p[1] !== b[1] > p[1] && p[0] < ((b[0] - a[0]) * (p[1] - a[1])) / (b[1] - a[1]) + a[0])
      inside = !inside
  }
  return inside
}

/** The edge belongs to the polygon. */
function inPolygon(p: Position, [outer = [], ...holes]: readonly Ring[]): boolean {
  if ([outer, ...holes].some((ring) => onLine(p, ring))) return true
  return insideRing(p, outer) && !holes.some((hole) => insideRing(p, hole))
}

function cross([a, b]: [Position, Position], [c, d]: [Position, Position]): boolean {
  if (turn(a, b, c) !== turn(a, b, d) && turn(c, d, a) !== turn(c, d, b)) return true
  return onSegment(a, c, d) || onSegment(b, c, d) || onSegment(c, a, b) || onSegment(d, a, b)
}

function intersects(a: Shape, b: Shape): boolean {
  const touches = (p: Position, shape: Shape): boolean =>
    polygonsOf(shape).some((polygon) => inPolygon(p, polygon)) ||
    linesOf(shape).some((line) => onLine(p, line)) ||
    (/Point$/.test(shape.type) && positionsOf(shape).some((q) => q[0] === p[0] && q[1] === p[1]))
  if (positionsOf(a).some((p) => touches(p, b)) || positionsOf(b).some((p) => touches(p, a))) return true
  const edgesA = linesOf(a).flatMap(segments)
  const edgesB = linesOf(b).flatMap(segments)
  return edgesA.some((x) => edgesB.some((y) => cross(x, y)))
}

function shapeTest(selector: string, passes: (shape: Shape) => boolean): (doc: Fields) => boolean {
  const path = selector.split('.')
  return (doc) => {
    const value = plainValue(doc, path)
    return isShape(value) && passes(value)
  }
}

const $nearSphere = (selector: string, near: Near): ((doc: Fields) => boolean) => {
  const { $geometry, $maxDistance = Infinity, $minDistance = 0 } = near
  return (doc) => {
    const at = pointAt(doc, selector)
    const metres = at && metresBetween(at, $geometry.coordinates as Position)
    return metres !== null && metres <= $maxDistance && metres >= $minDistance
  }
}

function $geoWithin(selector: string, area: Fields): (doc: Fields) => boolean {
  const sphere = area['$centerSphere'] as [Position, number] | undefined
  if (sphere) {
    const [centre, angle] = sphere
    return shapeTest(selector, (s) =>
      positionsOf(s).every((p) => metresBetween(p, centre) <= angle * EARTH_METRES),
    )
  }
  if (!isShape(area['$geometry'])) throw notSupported(`$geoWithin with ${Object.keys(area).join(', ')}`)
  const polygons = polygonsOf(area['$geometry'])
  if (!polygons.length)
    throw failed(
      `[FailedOperation] $geoWithin not supported with provided geometry: ${area['$geometry'].type}`,
    )
  return shapeTest(selector, (s) =>
    positionsOf(s).every((p) => polygons.some((polygon) => inPolygon(p, polygon))),
  )
}

const $geoIntersects = (selector: string, { $geometry }: { $geometry: Shape }): ((doc: Fields) => boolean) =>
  shapeTest(selector, (shape) => intersects(shape, $geometry))

export const geoOperators = { $nearSphere, $geoWithin, $geoIntersects }

/** `$nearSphere` answers the nearest first: how to sort for it, where a filter has one at its top. */
export function sortDistance(filter: Fields): ((versions: Version[]) => Version[]) | null {
  for (const field in filter) {
    const condition = filter[field]
    if (!isFields(condition) || !isFields(condition['$nearSphere'])) continue
    const centre = (condition['$nearSphere'] as unknown as Near).$geometry.coordinates as Position
    const metres = ({ doc }: Version): number =>
      metresBetween(pointAt(doc as Fields, field) as Position, centre)
    return (versions) => [...versions].sort((a, b) => metres(a) - metres(b))
  }
  return null
}
