/** Waits, on the local cloud's event stream, until WeChat Pay's callback of an order was answered by the function. */
import { request } from 'node:http'

export type PayEvents = { notified(outTradeNo: string): Promise<void>; close(): void }

export async function listenToPay(cloudUrl: string): Promise<PayEvents> {
  const waiting = new Map<string, () => void>()
  const answered = new Set<string>()
  const take = (block: string) => {
    if (!block.startsWith('event: pay\n')) return
    const event = JSON.parse(block.slice(block.indexOf('data: ') + 6)) as {
      outTradeNo: string
      notified?: true
    }
    if (!event.notified) return
    answered.add(event.outTradeNo)
    waiting.get(event.outTradeNo)?.()
    waiting.delete(event.outTradeNo)
  }
  const stream = request(`${cloudUrl}/wechat/events`, (answer) => {
    let rest = ''
    answer.setEncoding('utf8').on('data', (text: string) => {
      const blocks = (rest + text).split('\n\n')
      rest = blocks.pop() ?? ''
      blocks.forEach(take)
    })
    answer.on('error', () => undefined)
  })
  stream.on('error', () => undefined)
  stream.end()
  await new Promise((resolve) => stream.once('response', resolve))
  return {
    notified: (outTradeNo) =>
      answered.has(outTradeNo)
        ? Promise.resolve()
        : new Promise((resolve) => waiting.set(outTradeNo, resolve)),
    close: () => stream.destroy(),
  }
}
