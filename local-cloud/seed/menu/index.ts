import type { MenuRow } from '../../../cloudfunctions/database/rows'
import { bakery } from './bakery'
import { breakfast } from './breakfast'
import { coffee } from './coffee'
import { fruit } from './fruit'
import { tea } from './tea'

/** The demo shop's whole menu, as it lies in `catalogue/menu`. */
export const menuRow: MenuRow = {
  _id: 'menu',
  version: 1,
  categories: [
    { id: 'coffee', name: '咖啡' },
    { id: 'tea', name: '奶茶' },
    { id: 'fruit', name: '果茶冷饮' },
    { id: 'breakfast', name: '早餐' },
    { id: 'bakery', name: '烘焙甜点' },
  ],
  products: [...coffee, ...tea, ...fruit, ...breakfast, ...bakery],
}
