import { sentence } from './refusals'

const failed = (code: string, requestId = '') => ({ ok: false, code, requestId }) as const

it('takes the room’s own words, then the system’s', () => {
  expect(sentence(failed('SOLD_OUT'), { SOLD_OUT: '卖完了' })).toBe('卖完了')
  expect(sentence(failed('FORBIDDEN', 'r-1'))).toBe('你没有权限做这件事')
})

it('shows the number of a bug where there is one, and never a code in its place', () => {
  expect(sentence(failed('INTERNAL', 'req-20261122'))).toBe('出了点小问题，请稍后再试（编号 20261122）')
  for (const code of ['INTERNAL', 'UNHEARD_OF'])
    expect(sentence(failed(code))).toBe('出了点小问题，请稍后再试')
})
