import { HOUR_MS } from '@shared/kernel/time'
import { openStateStore } from '../../state/store'
import { WechatError } from '../../wire/openapi'
import { openClock } from '../clock/clock'
import { createSecurity } from './index'

const START = Date.parse('2026-06-01T08:00:00+08:00')
function service() {
  const clock = openClock(openStateStore(':memory:'), START)
  const security = createSecurity(clock)
  security.seen('oAda')
  const check = (more: object) =>
    security.msgSecCheck({
      params: { content: '少冰', openid: 'oAda', version: 2, scene: 2, ...more },
      openid: 'oAda',
    })
  return { clock, check }
}
const codeOf = (run: () => unknown) => {
  try {
    run()
    return 0
  } catch (error) {
    return error instanceof WechatError ? error.errcode : -1
  }
}

it.each([
  ['少冰，谢谢', 'pass', 100],
  ['需要代开发票请联系', 'risky', 10001],
  ['都是屎尿屁', 'review', 20012],
])('"%s" is %s', (content, suggest, label) => {
  expect(service().check({ content })).toMatchObject({ result: { suggest, label } })
})

it('reads the nickname and the title too', () => {
  expect(service().check({ nickname: '裸聊' })).toMatchObject({ result: { suggest: 'risky' } })
})

it('61010 for a person who was not here within two hours', () => {
  const { clock, check } = service()
  expect(codeOf(() => check({ openid: 'oNever' }))).toBe(61010)
  clock.jumpTo(START + 2 * HOUR_MS + 60_000)
  expect(codeOf(() => check({}))).toBe(61010)
})

it.each([{ content: '好'.repeat(2501) }, { content: '' }, { version: 1 }, { scene: 9 }])(
  '40097 for %j',
  (wrong) => {
    expect(codeOf(() => service().check(wrong))).toBe(40097)
  },
)
