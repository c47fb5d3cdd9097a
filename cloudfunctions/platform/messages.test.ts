import * as fc from 'fast-check'
import { fitValue, wechatMessages } from './messages'

describe('a value', () => {
  it.each([
    ['thing1', '一二三四五六七八九十一二三四五六七八九十多', '一二三四五六七八九十一二三四五六七八九…'],
    ['thing1', '一二三四五六七八九十一二三四五六七八九十', '一二三四五六七八九十一二三四五六七八九十'],
    ['thing20', ' 上行\n下行 ', '上行 下行'],
    ['thing1', '', '-'],
    ['character_string2', 'A-12号', 'A-12'],
    ['phrase3', '已经可以取餐了', '已经可以取'],
    ['phrase3', 'ready', '无'],
    ['number4', '共 3 件', '3'],
    ['amount5', '¥18.50元', '¥18.50元'],
    ['time6', '2026-11-22 10:00', '2026-11-22 10:00'],
    ['thing1', '😀'.repeat(21), '😀'.repeat(19) + '…'],
  ])('%s: %s → %s', (key, text, expected) => {
    expect(fitValue(key, text)).toBe(expected)
  })

  it('always fits: one line, not empty, within the limit', () => {
    const limits = { thing1: 20, phrase2: 5, character_string3: 32, number4: 32 }
    const key = fc.constantFrom(...(Object.keys(limits) as (keyof typeof limits)[]))
    fc.assert(
      fc.property(key, fc.string({ unit: 'grapheme', maxLength: 80 }), (k, text) => {
        const value = fitValue(k, text)
        expect([...value].length).toBeLessThanOrEqual(limits[k])
        expect(value).not.toMatch(/^$|[\r\n]/)
      }),
    )
  })
})

describe('sending', () => {
  const message = {
    openid: 'oAnn',
    template: { id: 'tpl', fields: { code: 'character_string1', store: 'thing2' } },
    page: 'features/orders/pages/detail/index?id=o1',
    values: { code: 'A12', store: '一号店', other: 'not in this template' },
  }

  it('puts our fields under the keys of the template', async () => {
    const calls: unknown[] = []
    const sent = await wechatMessages(
      async (...call) => (calls.push(call), {}),
      () => 'trial',
    ).send(message)
    expect(sent).toEqual({ sent: true })
    expect(calls).toEqual([
      [
        'subscribeMessage.send',
        {
          touser: 'oAnn',
          templateId: 'tpl',
          page: message.page,
          data: { character_string1: { value: 'A12' }, thing2: { value: '一号店' } },
          miniprogramState: 'trial',
          lang: 'zh_CN',
        },
      ],
    ])
  })

  it('tells a refusal by its code, and everything else as unknown', async () => {
    const failing = (error: unknown) =>
      wechatMessages(
        () => Promise.reject(error),
        () => 'formal',
      ).send(message)
    expect(await failing(Object.assign(new Error('x'), { errCode: 43101 }))).toEqual({
      sent: false,
      code: 43101,
    })
    const lost = Object.assign(new Error('timeout'), { errCode: -1 })
    expect(await failing(lost)).toEqual({ sent: 'unknown', error: lost })
  })
})
