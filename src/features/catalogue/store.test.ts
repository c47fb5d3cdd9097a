import { aShop, STORE_ID } from '../../../tests/builders/shop-views'
import { soldOutAt } from './store'

const shop = { ...aShop, stores: aShop.stores.map((store) => ({ ...store, stopped: ['scone'] })) }
const soldOut = { [STORE_ID]: ['scone', 'latte-l'] }

it('is today’s where today is ordered for; ahead, only what the store has stopped selling', () => {
  expect(soldOutAt({ shop, soldOut, way: 'pickup' }, STORE_ID)).toBe(soldOut[STORE_ID])
  expect(soldOutAt({ shop, soldOut, way: 'preorder' }, STORE_ID)).toBe(shop.stores[0]?.stopped)
  expect(soldOutAt({ shop, soldOut, way: 'preorder' }, 's9')).toEqual([])
})
