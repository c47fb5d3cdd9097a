import * as v from 'valibot'
import { Menu, Shop } from '../catalogue/contract'
import { action } from '../kernel/action'
import { Count, Id } from '../kernel/fields'
import { Me } from '../members/contract'

/** Everything the first screen shows, in one call. The menu comes along when `knownMenu` is not the current version. */
export const open = action({
  name: 'home.open',
  input: v.strictObject({ knownMenu: v.nullable(Count) }),
  output: v.object({
    shop: Shop,
    menu: v.nullable(Menu),
    /** Store id → sku ids that can't be had now: switched off by staff, or counted down to nothing. */
    soldOut: v.record(Id, v.array(Id)),
    me: Me,
  }),
  refusals: [],
})
