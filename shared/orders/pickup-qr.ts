/** What the customer's code at the counter says: which order, and that whoever shows it knows its pickup number. */
export type PickupProof = { readonly orderId: string; readonly pickupCode: string }

const PROOF = /^ck:([A-Za-z0-9_-]{1,64}):([0-9A-Za-z]{1,12})$/
const NUMBER = /^[0-9A-Za-z]{1,12}$/

/** The text of the QR code on the order's page. */
export const encodePickup = ({ orderId, pickupCode }: PickupProof): string => `ck:${orderId}:${pickupCode}`

/**
 * What a clerk scanned or typed: a customer's code, or a bare pickup number (orderId null). Anything else is null: another
 * QR code, a payment code, a typing slip. Blanks around it don't matter.
 */
export function parsePickup(
  text: string,
): PickupProof | { readonly orderId: null; readonly pickupCode: string } | null {
  const said = text.trim()
  const proof = PROOF.exec(said)
  if (proof) return { orderId: proof[1] ?? '', pickupCode: proof[2] ?? '' }
  return NUMBER.test(said) ? { orderId: null, pickupCode: said } : null
}
