import { can, canBecome, isEnded, isOnBoard, NEXT_STATES, REFUNDABLE_MS } from './can'
import type { OrderState } from './contract'

const STATES = Object.keys(NEXT_STATES) as OrderState[]
const allowing = (rule: (order: { state: OrderState; payBefore: number }) => boolean) =>
  STATES.filter((state) => rule({ state, payBefore: 100 }))

it('allows each deed in its states alone', () => {
  expect(allowing((o) => can.pay(o, 99))).toEqual(['pendingPay'])
  expect(allowing((o) => can.pay(o, 100))).toEqual([])
  expect(allowing(can.cancel)).toEqual(['pendingPay'])
  expect(allowing(can.accept)).toEqual(['paid'])
  expect(allowing(can.ready)).toEqual(['making'])
  expect(allowing((o) => can.handOver({ ...o, way: 'pickup' }))).toEqual(['ready'])
  expect(allowing((o) => can.handOver({ ...o, way: 'delivery' }))).toEqual(['delivering'])
  expect(allowing((o) => can.deliver({ ...o, way: 'delivery' }))).toEqual(['ready'])
  expect(allowing((o) => can.deliver({ ...o, way: 'preorder' }))).toEqual([])
  expect(allowing(can.refund)).toEqual(['paid'])
  const done = (now: number) => allowing((o) => can.giveBack({ ...o, doneAt: 0 }, now))
  expect(done(REFUNDABLE_MS - 1)).toEqual(['paid', 'making', 'ready', 'delivering', 'done'])
  expect(done(REFUNDABLE_MS)).toEqual(['paid', 'making', 'ready', 'delivering'])
  expect(allowing(can.refuse)).toEqual(['paid', 'making'])
})

it('lets every state but the first be reached, and nothing come back to it', () => {
  const reached = new Set<OrderState>(['pendingPay'])
  for (const from of reached) for (const to of NEXT_STATES[from]) reached.add(to)
  expect([...reached].sort()).toEqual([...STATES].sort())
  expect(STATES.filter((from) => canBecome(from, 'pendingPay'))).toEqual([])
})

it('never lets a closed order be made, nor an ended one be anything but refunded', () => {
  for (const state of STATES.filter((s) => isEnded({ state: s })))
    expect(NEXT_STATES[state].filter((to) => to !== 'refunding')).toEqual([])
  expect(STATES.filter((state) => isOnBoard({ state }))).toEqual(['paid', 'making', 'ready', 'delivering'])
})
