import { EntryKind, PayoutWay, PromoterState, WithdrawalState } from './contract'
import * as contract from './contract'
import * as office from './office-contract'
import { OFFICE_SENTENCES, TRANSFER_TROUBLES } from './office-sentences'
import { ENTRY_KINDS, PAYOUT_WAYS, PROMOTER_SENTENCES, PROMOTER_STATES, WITHDRAWAL_STATES } from './sentences'

const codesOf = (actions: Readonly<Record<string, object>>): string[] => {
  const codes = Object.values(actions).flatMap((one) =>
    'refusals' in one ? [...(one.refusals as readonly string[])] : [],
  )
  return [...new Set(codes)].sort()
}

it('has a sentence for every refusal of every action, and none for what nobody answers', () => {
  expect(Object.keys(PROMOTER_SENTENCES).sort()).toEqual(codesOf(contract))
  expect(Object.keys(OFFICE_SENTENCES).sort()).toEqual(codesOf(office))
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
