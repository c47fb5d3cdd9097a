const page = (name: string): string => `/features/manager/pages/${name}/index`

export const PROGRAMME = page('programme')
export const PAYOUTS = page('payouts')
export const MATERIALS = page('materials')
/** One material, or a new one. */
export const materialPath = (id: string | null): string =>
  page('material-edit') + (id === null ? '' : `?id=${encodeURIComponent(id)}`)
