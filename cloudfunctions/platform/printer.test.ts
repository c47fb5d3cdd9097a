import { textPrinter } from './printer'

it('says that nothing was printed, hands the text back, and logs no word of it', async () => {
  const logs: unknown[] = []
  const printer = textPrinter((...line) => void logs.push(line))
  const text = 'A12\n拿铁（大杯）×1\n林晓 138****0018'
  expect(await printer.print({ storeId: 's1', orderId: 'o1', text })).toEqual({ printed: false, text })
  expect(logs).toEqual([['info', 'printer.shown', { storeId: 's1', orderId: 'o1' }]])
})
