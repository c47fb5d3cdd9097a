import * as fc from 'fast-check'
import { playSchedule, schedule } from './schedule'

jest.setTimeout(240_000)

it('keeps the books in order through 200 random days, each with a process that dies', async () => {
  await fc.assert(
    fc.asyncProperty(schedule, async (s) => {
      const { faults, crashed } = await playSchedule(s)
      expect(faults).toEqual([])
      // a day that ended before its crash is played on top of the 200
      fc.pre(crashed)
    }),
    { numRuns: 200 },
  )
})
