/** The data of a reply that must have gone well; throws with the whole reply otherwise. */
export function dataOf<R extends { readonly ok: boolean }>(
  reply: R,
): Extract<R, { ok: true; data: unknown }>['data'] {
  if (!reply.ok) throw new Error(`refused: ${JSON.stringify(reply)}`)
  return (reply as Extract<R, { ok: true; data: unknown }>).data
}
