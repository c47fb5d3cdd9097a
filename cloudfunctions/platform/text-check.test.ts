import { wechatTextCheck } from './text-check'

const failures: unknown[] = []
const check = (answer: object | Error, text = '少冰') =>
  wechatTextCheck(
    async () => {
      if (answer instanceof Error) throw answer
      return answer as Record<string, unknown>
    },
    (error) => void failures.push(error),
  ).check('oAnn', text, 'comment')
beforeEach(() => void (failures.length = 0))

it.each([
  [{ result: { suggest: 'pass', label: 100 } }, 'pass'],
  [{ result: { suggest: 'review', label: 20012 } }, 'pass'],
  [{ result: { suggest: 'risky', label: 20001 } }, 'rejected'],
  [{}, 'pass'],
])('%p → %s', async (answer, verdict) => {
  expect(await check(answer)).toBe(verdict)
})

it('asks nobody about nothing', async () => {
  expect(await check(new Error('asked'), '  ')).toBe('pass')
  expect(failures).toEqual([])
})

it('asks about a text that is longer than WeChat takes in pieces that lose nothing', async () => {
  const asked: string[] = []
  const long = wechatTextCheck(
    async (_name, params) => {
      const { content = '' } = params as { content?: string }
      asked.push(content)
      return { result: { suggest: content.includes('去死') ? 'risky' : 'pass' } }
    },
    (error) => void failures.push(error),
  )
  const lines = Array.from({ length: 90 }, (_, i) => `第 ${i} 个取货点`.repeat(10))
  expect(await long.check('oAnn', lines.join('\n'), 'profile')).toBe('pass')
  expect(asked.length).toBeGreaterThan(1)
  expect(asked.join('\n').split('\n')).toEqual(lines)
  expect(await long.check('oAnn', [...lines, 'x'.repeat(6000), '去死'].join('\n'), 'profile')).toBe(
    'rejected',
  )
  for (const piece of asked) expect(piece.length).toBeLessThanOrEqual(2500)
})

it('lets a text pass when the service is down, and says so in the log', async () => {
  const down = new Error('45009')
  expect(await check(down)).toBe('pass')
  expect(failures).toEqual([down])
})
