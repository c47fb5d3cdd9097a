const LIST = '/features/addresses/pages/list/index'
const EDIT = '/features/addresses/pages/edit/index'

/** The address book by itself, or to pick from: a tap then picks and goes back. */
export const bookPath = (pick: boolean): string => (pick ? `${LIST}?pick=1` : LIST)

/** A form for an address (null: a new one). `back`: how many pages a save goes back. */
export const editPath = (id: string | null, back: number): string =>
  `${EDIT}?back=${back}${id === null ? '' : `&id=${encodeURIComponent(id)}`}`
