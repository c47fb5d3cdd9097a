/** Pages of the promoters room. */
const PAGES = '/features/promoters/pages'
export const PROMOTER_HOME = `${PAGES}/home/index`
export const WITHDRAW = `${PAGES}/withdraw/index`
export const PRODUCTS = `${PAGES}/products/index`
const MATERIALS = `${PAGES}/materials/index`

/** The material library, of one product or (null) of all. */
export const materialsPath = (productId: string | null): string =>
  productId === null ? MATERIALS : `${MATERIALS}?product=${productId}`
