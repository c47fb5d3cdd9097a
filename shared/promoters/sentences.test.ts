import { EntryKind, PayoutWay, PromoterState, WithdrawalState } from './contract'
import * as contract from './contract'
import * as office from './office-contract'
import {
  ENTRY_KINDS,
  PAYOUT_WAYS,
  PROMOTER_SENTENCES,
  PROMOTER_STATES,
  TRANSFER_TROUBLES,
  WITHDRAWAL_STATES,
} from './sentences'

const codes = [...Object.values(contract), ...Object.values(office)].flatMap((one) =>
  'refusals' in one ? [...one.refusals] : [],
)

it('has a sentence for every refusal of every action, and none for what nobody answers', () => {
  expect(Object.keys(PROMOTER_SENTENCES).sort()).toEqual([...new Set<string>(codes)].sort())
})

it.each([
  [PROMOTER_STATES, PromoterState.options],
  [ENTRY_KINDS, EntryKind.options],
  [PAYOUT_WAYS, PayoutWay.options],
  [WITHDRAWAL_STATES, WithdrawalState.options],
  [TRANSFER_TROUBLES, office.TransferTrouble.options],
])('calls no two things by one name: %j', (words: Readonly<Record<string, string>>, options) => {
  expect(Object.keys(words).sort()).toEqual([...options].sort())
  expect(new Set(Object.values(words)).size).toBe(options.length)
})
