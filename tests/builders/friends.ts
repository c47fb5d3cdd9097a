/** People who bring each other to the test shop. */
import type { MemberChannel, WantedTarget } from '@shared/referral/contract'
import type { ShopTarget } from '@shared/referral/shop-codes-contract'
import type { BindingRow, TouchesRow } from '../../cloudfunctions/database/rows'
import { ok } from './customer'
import type { Person, TestShop } from './shop'

/** The code that a member passes on. */
export const codeOf = async (
  person: Person,
  target: WantedTarget = { kind: 'shop' },
  channel: MemberChannel = 'card',
): Promise<string> => ok(await person.call('referral.code', { target, channel })).code

/** A person opens a code. */
export const come = async (person: Person, code: string) =>
  ok(await person.call('referral.land', { code })).landing

export const bindingOf = (shop: TestShop, friend: Person): BindingRow | null =>
  shop.row<BindingRow>('bindings', friend.memberId)
export const touchesOf = (shop: TestShop, person: Person) =>
  shop.row<TouchesRow>('touches', person.memberId)?.touches ?? []

/** A promoter who joined a minute ago, with their card's code. */
export async function promoter(shop: TestShop, openid: string): Promise<Person & { readonly code: string }> {
  const person = shop.as(openid)
  ok(await person.call('members.join', {}))
  const code = await codeOf(person)
  await shop.advance(60_000)
  return { ...person, code }
}

/** A code of the shop's own, made by its owner (`oBoss`). */
export async function shopCodeOf(
  shop: TestShop,
  target: ShopTarget = { kind: 'shop' },
  key = 'key-table-1',
): Promise<string> {
  const input = { key, channel: 'table', label: '1 号桌', target } as const
  return ok(await shop.as('oBoss').call('referral.shopCode', input)).shopCode.code
}
