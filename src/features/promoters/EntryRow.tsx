import { Text } from '@tarojs/components'
import type { EntryLine } from '@shared/promoters/contract'
import { ENTRY_KINDS } from '@shared/promoters/sentences'
import { cloudNow } from '@/platform/clock'
import { cx } from '@/ui/cx'
import { AccountRow } from './AccountRow'
import { BALANCE_NAMES, movesIn, signed, whenText } from './words'
import './figures.scss'

/** One entry of the ledger: what happened, and what it moved. */
export function EntryRow({ entry: { kind, at, moves } }: { readonly entry: EntryLine }) {
  return (
    <AccountRow title={ENTRY_KINDS[kind]} about={whenText(at, cloudNow())}>
      {movesIn(moves).map(({ balance, fen }) => (
        <Text key={balance} className={cx('account-figure', toneOf(balance, fen))}>
          {BALANCE_NAMES[balance]} {signed(fen)}
        </Text>
      ))}
    </AccountRow>
  )
}

function toneOf(balance: string, fen: number): string | false {
  if (balance === 'debtFen') return fen > 0 && 'account-figure--owed'
  return balance === 'availableFen' && fen > 0 && 'account-figure--got'
}
