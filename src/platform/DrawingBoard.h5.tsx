type Props = { readonly id: string }

/** A browser draws on a canvas that stands on no page. */
export function DrawingBoard(_props: Props) {
  return null
}
