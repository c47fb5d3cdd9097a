import type { Way } from '@shared/catalogue/contract'
import { arranged } from './arranged'

it.each<[Way[], Way[], Way[]]>([
  [['pickup', 'delivery', 'preorder', 'dineIn'], ['pickup', 'delivery'], ['preorder']],
  [['pickup', 'dineIn'], ['pickup', 'dineIn'], []],
  [['pickup', 'preorder', 'dineIn'], ['pickup', 'preorder'], []],
  [['preorder', 'delivery'], ['delivery', 'preorder'], []],
  [['pickup'], ['pickup'], []],
  [[], [], []],
])('lays out %j as %j and %j', (ways, large, wide) => {
  expect(arranged(ways)).toEqual({ large, wide })
})
