/** @jest-environment jsdom */
import './history'

const popped = () =>
  new Promise<unknown>((resolve) =>
    window.addEventListener('popstate', (event) => resolve(event.state), { once: true }),
  )

describe("the phone's own history", () => {
  it('never lengthens the history that the frames of a tab share, and still goes back and forward', async () => {
    const shared = window.history.length
    window.history.pushState({ idx: 1 }, '', '#/menu')
    window.history.pushState({ idx: 2 }, '', '#/checkout')
    expect(window.history).toHaveLength(shared)
    expect(location.hash).toBe('#/checkout')
    let state = popped()
    window.history.back()
    expect(await state).toEqual({ idx: 1 })
    expect(location.hash).toBe('#/menu')
    state = popped()
    window.history.forward()
    expect(await state).toEqual({ idx: 2 })
    state = popped()
    window.history.go(-2)
    await state
    expect(location.hash).toBe('')
  })
  it('forgets what lay ahead when a new page is opened', async () => {
    window.history.replaceState({ idx: 0 }, '', '#/home')
    window.history.pushState({ idx: 1 }, '', '#/a')
    const back = popped()
    window.history.back()
    await back
    window.history.pushState({ idx: 1 }, '', '#/b')
    // nothing lies ahead of #/b: only the step back is heard
    const heard = popped()
    window.history.forward()
    window.history.back()
    expect(await heard).toEqual({ idx: 0 })
    expect(location.hash).toBe('#/home')
  })
})
