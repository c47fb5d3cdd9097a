import { demoPeople, xiaolin, zhou } from '../seed/people'
import { shopRow } from '../seed/shop'
import { templateDeclarations } from '../seed/templates'
import type { DeskShop } from './common/shop'

const MENU_PAGE = 'features/catalogue/pages/menu/index'

/** The demo shop as the desk shows it: its people, and a code on every table. */
export const demoShop: DeskShop = {
  name: shopRow.name,
  people: demoPeople.map(({ openid, name, about }) => ({ openid, name, about })),
  groups: [{ id: 'group-breakfast', name: '早餐互助群', members: demoPeople.map(({ openid }) => openid) }],
  codes: Object.values(shopRow.stores).flatMap((store) =>
    store.tables.map((table) => ({
      label: `${table} 桌`,
      page: MENU_PAGE,
      scene: `table:${store.id}:${table}`,
    })),
  ),
  templates: templateDeclarations.map(({ id, title }) => ({ id, title })),
}

/** Left a customer who has never been here, right the owner. */
export const firstHolders = [xiaolin.openid, zhou.openid] as const
