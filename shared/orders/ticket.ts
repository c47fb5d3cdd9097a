import { yuan, type Fen } from '../kernel/money'
import { shopDateTime } from '../kernel/time'
import type { OrderView } from './contract'
import { unitsLeft } from './refund'

/** What a line of 58 mm paper holds: 32 Latin characters, or 16 Chinese ones. */
export const TICKET_COLUMNS = 32

export type TicketOrder = Pick<
  OrderView,
  | 'pickupCode'
  | 'storeName'
  | 'way'
  | 'table'
  | 'destination'
  | 'slot'
  | 'packaging'
  | 'note'
  | 'lines'
  | 'refunds'
  | 'placedAt'
  | 'goodsFen'
  | 'packagingFen'
  | 'deliveryFen'
  | 'payFen'
>

const WAYS: Readonly<Record<OrderView['way'], string>> = {
  pickup: '自取',
  dineIn: '堂食',
  delivery: '外送',
  preorder: '预订',
}

/** Columns that a text takes: printers write in GBK, where what is not ASCII is two bytes and two columns wide. */
export const widthOf = (text: string): number =>
  [...text].reduce((sum, character) => sum + (character <= '~' ? 1 : 2), 0)

/**
 * An order as a ticket for kitchen and counter: plain text, no line wider than 32 columns. Goods stand with what is left of
 * them, so a ticket that is printed again after a refund tells what is still to be made.
 */
export function ticketText(order: TicketOrder): string {
  return [
    centred(order.storeName),
    centred(`${WAYS[order.way]} ${order.pickupCode}`),
    RULE,
    ...whereAndWhen(order),
    RULE,
    ...goods(order),
    RULE,
    ...(order.note === '' ? [] : [...wrapped(`备注：${order.note}`), RULE]),
    ...sums(order),
  ].join('\n')
}

const RULE = '-'.repeat(TICKET_COLUMNS)

function whereAndWhen({ placedAt, slot, table, destination, packaging }: TicketOrder): string[] {
  return [
    ...wrapped(`下单 ${shopDateTime(placedAt)}`),
    ...(slot ? [...wrapped(`取餐 ${shopDateTime(slot.at)}`), ...wrapped(`地点 ${slot.pointName}`)] : []),
    ...(table === null ? [] : wrapped(`桌号 ${table}`)),
    ...(destination ? wrapped(`送至 ${destination.address}`) : []),
    ...(destination ? wrapped(`${destination.name} ${destination.phone}`) : []),
    ...(packaging === '' ? [] : wrapped(`打包 ${packaging}`)),
  ]
}

function goods(order: TicketOrder): string[] {
  const left = unitsLeft(order)
  return order.lines.flatMap((line, i) => {
    const units = left[i] ?? 0
    const back = line.qty - units
    return [
      ...row(line.name, `x${units}`),
      ...(line.specText === '' ? [] : wrapped(line.specText, '  ')),
      ...(back === 0 ? [] : wrapped(`已退 ${back} 份`, '  ')),
    ]
  })
}

function sums({ goodsFen, packagingFen, deliveryFen, payFen }: TicketOrder): string[] {
  const offFen = goodsFen + packagingFen + deliveryFen - payFen
  const lines: [string, Fen][] = [
    ['商品', goodsFen],
    ['打包', packagingFen],
    ['配送', deliveryFen],
    ['优惠', -offFen],
  ]
  const told = lines.filter(([label, fen]) => label === '商品' || fen !== 0)
  return [...told, ['实付', payFen] as const].flatMap(([label, fen]) => row(label, `${yuan(fen)}元`))
}

function centred(text: string): string {
  return wrapped(text)
    .map((line) => ' '.repeat(Math.floor((TICKET_COLUMNS - widthOf(line)) / 2)) + line)
    .join('\n')
}

/** `left` with `right` at the end of its first line; what is longer goes on below. */
function row(left: string, right: string): string[] {
  const room = TICKET_COLUMNS - widthOf(right) - 1
  const [first = '', ...rest] = wrapped(left, '', room)
  return [first + ' '.repeat(TICKET_COLUMNS - widthOf(first) - widthOf(right)) + right, ...rest]
}

/** A text in lines of at most so many columns, each begun with `indent`. A line break of its own would end a row. */
function wrapped(text: string, indent = '', columns = TICKET_COLUMNS): string[] {
  const lines: string[] = []
  let line = indent
  for (const character of text.replace(/\s+/g, ' ').trim()) {
    if (widthOf(line) + widthOf(character) > columns) {
      lines.push(line)
      line = indent
    }
    line += character
  }
  return [...lines, line]
}
