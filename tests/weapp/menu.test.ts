/** The menu of the compiled mini-program sends to the view what is near it, and after a tap what changed. */
import { may } from '../../local-cloud/seed/people'
import { type CloudProcess } from '../builders/cloud-process'
import { type WeappApp } from './app'
import { needFreshBuilds } from './build'
import { seededCloud } from './cloud'
import { startPhone } from './phone'

const MENU = '/features/catalogue/pages/menu/index'
/** A tap on a plus draws the card's stepper, a badge of the rail, and the cart bar with its nudge. */
const MOST_TAP_BYTES = 3_000

let cloud: CloudProcess
beforeAll(async () => {
  needFreshBuilds()
  cloud = await seededCloud()
}, 60_000)
afterAll(() => cloud?.stop())

async function openMenu(): Promise<WeappApp> {
  const phone = await startPhone(cloud.url, may.openid)
  phone.open('/features/home/pages/home/index', 'tab')
  await phone.settle()
  phone.open(MENU, 'tab')
  await phone.reads('拿铁')
  return phone
}
const rooms = (phone: WeappApp) => phone.see().findAll('.menu-list__room').length
const railOn = (phone: WeappApp) => phone.see().find('.rail__item--on').text
const scrollTo = (phone: WeappApp, scrollTop: number) =>
  phone.fire(phone.see().find('#menu-list'), 'scroll', { scrollTop, scrollHeight: 6_000 })

it('draws the sections near the view, the others as they come near, and the rail follows', async () => {
  const phone = await openMenu()
  const sections = phone.see().findAll('.menu-section')
  expect(sections[0]?.findAll('.product-card').length).toBeGreaterThan(0)
  const atFirst = rooms(phone)
  expect(atFirst).toBeGreaterThanOrEqual(sections.length - 3)
  expect(railOn(phone)).toBe('咖啡')
  await scrollTo(phone, 1_500)
  expect(rooms(phone)).toBeLessThan(atFirst)
  expect(railOn(phone)).not.toBe('咖啡')
})

it('draws the section that a tap on the rail leads to, and not what it passes by', async () => {
  const phone = await openMenu()
  const items = phone.see().findAll('.rail__item')
  await phone.tap(items.at(-1)!)
  expect(railOn(phone)).toBe(items.at(-1)!.text)
  const sections = phone.see().findAll('.menu-section')
  expect(sections.at(-1)!.findAll('.product-card').length).toBeGreaterThan(0)
  expect(sections[2]!.findAll('.menu-list__room')).toHaveLength(1)
})

it('sends only what changed after a tap deep in the list', async () => {
  const phone = await openMenu()
  for (let top = 0; top <= 5_000; top += 500) await scrollTo(phone, top)
  expect(rooms(phone)).toBe(0)
  const sent = phone.page.setDataLog.length
  const deepest = phone
    .see()
    .findAll('.product-card')
    .findLast((card) => card.findAll('.ui-stepper').length > 0)
  await phone.tap(deepest!.find('.ui-stepper__tap'))
  const patches = phone.page.setDataLog.slice(sent)
  const bytes = patches.reduce((sum, entry) => sum + entry.bytes, 0)
  expect(phone.see().find('.cart-bar__badge').text).toBe('1')
  // Rail and cart bar update by themselves (`i.`); of the page one node, the card's.
  expect(patches.flatMap((entry) => entry.keys).filter((key) => key.startsWith('root'))).toHaveLength(1)
  expect(bytes).toBeLessThanOrEqual(MOST_TAP_BYTES)
})
