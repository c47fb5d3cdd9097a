import { Defect } from '@shared/kernel/refusal'
import { createLog } from './log'

const lines: [string, Record<string, unknown>][] = []
const log = createLog(
  (level, line) => void lines.push([level, JSON.parse(line) as Record<string, unknown>]),
  { fn: 'api' },
)
beforeEach(() => void (lines.length = 0))

it('writes one line of JSON with what every line carries', () => {
  log('info', 'call', { code: 'OK', text: 'a\nb' })
  expect(lines).toEqual([['info', { level: 'info', event: 'call', fn: 'api', code: 'OK', text: 'a\nb' }]])
})

it('tells everything about an error: stack, context, cause', () => {
  const error = new Defect('broken', { id: 7, big: 1n }, { cause: new Error('socket') })
  log('error', 'call.failed', { error })
  expect(lines[0]?.[1]).toMatchObject({
    error: {
      name: 'Defect',
      message: 'broken',
      stack: expect.stringContaining('log.test'),
      context: { id: 7, big: '1' },
      cause: { message: 'socket' },
    },
  })
})
