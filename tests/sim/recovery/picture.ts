import { yuan } from '@shared/kernel/money'
import type { Comparison } from './compare'
import type { Moved } from './report'
import { TOWN } from './town'

const [ROW, LEFT, WIDTH, TOP] = [20, 430, 360, 70]
/** Beyond this, in fen, a mark sits at the edge. */
const MOST_FEN = 16_000

/** One row a town: what an added order costs under both policies, on one scale. */
export function picture(base: Comparison, moved: readonly Moved[]): string {
  const rows = [
    { name: 'as guessed', compared: base },
    ...moved.map(({ guess, times, compared }) => ({
      name: `${short(TOWN[guess].what)} × ${times}`,
      compared,
    })),
  ]
  const height = TOP + rows.length * ROW + 20
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${LEFT + WIDTH + 40} ${height}" font-family="sans-serif" font-size="11">`,
    `<rect width="100%" height="100%" fill="#fff"/>`,
    `<text x="${LEFT}" y="22" font-size="13" fill="#222">Subsidy per added order</text>`,
    legend(LEFT, 40),
    ...[0, 4_000, 8_000, 12_000, 16_000].map((fen) => line(fen, height)),
    ...rows.map(({ name, compared }, i) => row(name, compared, TOP + i * ROW + 12)),
    '</svg>',
    '',
  ].join('\n')
}

const short = (what: string): string => (what.length > 62 ? `${what.slice(0, 60)}…` : what)
const x = (fen: number): number => LEFT + (Math.min(fen, MOST_FEN) / MOST_FEN) * WIDTH
const legend = (at: number, y: number): string =>
  `<circle cx="${at + 5}" cy="${y - 4}" r="4" fill="#b4552d"/><text x="${at + 14}" y="${y}">always</text>` +
  `<circle cx="${at + 75}" cy="${y - 4}" r="4" fill="#1f6f5c"/><text x="${at + 84}" y="${y}">gated</text>` +
  `<text x="${at + 140}" y="${y}" fill="#666">at the edge: more, or no order added</text>`
const line = (fen: number, height: number): string =>
  `<line x1="${x(fen)}" x2="${x(fen)}" y1="${TOP - 6}" y2="${height - 16}" stroke="#e4e0d8"/>` +
  `<text x="${x(fen)}" y="${TOP - 10}" text-anchor="middle" fill="#666">¥${yuan(fen)}</text>`

function row(name: string, { always, gated }: Comparison, y: number): string {
  const [theirs, ours] = [always, gated].map((r) => x(r.subsidyPerIncrementalOrderFen ?? 0))
  return (
    `<text x="${LEFT - 10}" y="${y}" text-anchor="end" fill="#222">${name}</text>` +
    `<line x1="${ours}" x2="${theirs}" y1="${y - 4}" y2="${y - 4}" stroke="#cfc8bb"/>` +
    `<circle cx="${theirs}" cy="${y - 4}" r="4" fill="#b4552d"/><circle cx="${ours}" cy="${y - 4}" r="4" fill="#1f6f5c"/>`
  )
}
