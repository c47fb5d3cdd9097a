import { happeningOf } from './happening'

const call = (
  answered: unknown,
  asked: unknown = { action: 'orders.place', input: {} },
  token = 'oA.signature',
) =>
  happeningOf({
    name: 'api',
    token,
    asked: typeof asked === 'string' ? asked : JSON.stringify(asked),
    answered: typeof answered === 'string' ? answered : JSON.stringify(answered),
    ms: 12,
  })

describe('what the desk sees of a call', () => {
  it('tells who did what when', () => {
    expect(call({ result: { ok: true, data: {}, now: 99 }, errMsg: 'callFunction:ok' })).toEqual({
      openid: 'oA',
      action: 'orders.place',
      ok: true,
      code: '',
      at: 99,
      ms: 12,
    })
  })
  it("tells the shop's no by its code", () => {
    expect(call({ result: { ok: false, code: 'SOLD_OUT', now: 99 } })).toMatchObject({
      ok: false,
      code: 'SOLD_OUT',
    })
  })
  it("tells the cloud's own failures by their text", () => {
    expect(call({ errCode: -504003, errMsg: 'timed out' })).toMatchObject({
      ok: false,
      code: 'timed out',
      at: 0,
    })
    expect(call({ error: 'no session' }, {}, '')).toMatchObject({
      ok: false,
      code: 'no session',
      openid: '',
      action: 'api',
    })
  })
  it.each(['', 'not json', '[]', 'null'])('bears %j on both sides', (text) => {
    expect(call(text, text)).toMatchObject({ ok: false, action: 'api' })
  })
})
