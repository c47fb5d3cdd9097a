import { STEPS, stepsDone } from './first-steps'

const line = (did: string) => ({ at: 0, text: '', did, bad: false })

describe('the first steps', () => {
  it('tick themselves off by what was achieved, in any order, once and for good', () => {
    const some = stepsDone(new Set(), [
      line('manager.accept'),
      line(''),
      line('orders.quote'),
      line('members.join'),
    ])
    expect([...some].sort()).toEqual(['manager.accept', 'members.join'])
    expect([...stepsDone(some, [])].sort()).toEqual(['manager.accept', 'members.join'])
  })
  it('are all done after the whole journey', () => {
    const journey = ['members.join', 'orders.place', 'pay', 'manager.accept', 'manager.ready', 'inbox'].map(
      line,
    )
    expect(stepsDone(new Set(), journey).size).toBe(STEPS.length)
  })
})
