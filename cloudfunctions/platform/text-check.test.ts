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

it('lets a text pass when the service is down, and says so in the log', async () => {
  const down = new Error('45009')
  expect(await check(down)).toBe('pass')
  expect(failures).toEqual([down])
})
