import { cell, csvRow } from './csv'
import { clawBack, NO_BALANCES } from './ledger'

it('writes a claw-back with what it took from where, in yuan', () => {
  const postings = clawBack({ ...NO_BALANCES, availableFen: 250 }, 350, 0)
  const entry = {
    promoter: 'mlin',
    n: 7,
    at: Date.UTC(2026, 10, 22, 2),
    kind: 'clawBack',
    source: 'part1-o1',
  }
  expect(csvRow({ ...entry, kind: 'clawBack', postings }, '林子')).toBe(
    '2026-11-22 10:00,林子,mlin,7,退款收回,part1-o1,0,-2.5,0,0,1\r\n',
  )
})

it('keeps a name from breaking the row, and from being a formula', () => {
  expect(cell('林,子')).toBe('"林,子"')
  expect(cell('a"b')).toBe('"a""b"')
  expect(cell('=HYPERLINK("x")')).toBe(`"'=HYPERLINK(""x"")"`)
  expect(cell('-1')).toBe("'-1")
  expect(cell('＝1+1')).toBe("'＝1+1")
  expect(cell('林\r\n子')).toBe('林 子')
  expect(cell('\n=1+1')).toBe("' =1+1")
  expect(cell('林子')).toBe('林子')
})
