import type { ShopDraft, StoreDraft } from '@shared/stores/contract'

/** What customers read of a store, a line each. */
export const storeTexts = ({ name, address, phone, specialDays, preorder, tables }: StoreDraft): string =>
  [
    name,
    address,
    phone,
    ...Object.values(specialDays).map(({ note }) => note),
    ...(preorder?.points ?? []).flatMap((point) => [point.name, point.address]),
    ...tables,
  ].join('\n')

/** What customers read of the shop, a line each. */
export const shopTexts = ({ notice, loyalty, packaging }: ShopDraft): string =>
  [notice, ...loyalty.tiers.map(({ name }) => name), ...packaging.map(({ name }) => name)].join('\n')
