/** A business "no": a value, declared in the contract. Returning one rolls the transaction back. */
export type Refused<Code extends string = string> = { readonly refused: Code; readonly details?: unknown }

/** Makes a refusal; `details` only where the contract declares them for this code. */
export function refuse<Code extends string>(code: Code): { readonly refused: Code }
export function refuse<Code extends string, D>(
  code: Code,
  details: D,
): { readonly refused: Code; readonly details: D }
export function refuse(code: string, details?: unknown) {
  return details === undefined ? { refused: code } : { refused: code, details }
}

/** Tells a refusal from a result; narrows a union both ways. */
export function isRefused<T extends object | null>(x: T): x is Extract<T, { readonly refused: string }>
export function isRefused(x: unknown): x is Refused
export function isRefused(x: unknown): boolean {
  return typeof x === 'object' && x !== null && 'refused' in x
}

/** A bug or a broken cloud. Thrown, logged with `context`; the person sees only INTERNAL and an id to quote. */
export class Defect extends Error {
  override readonly name = 'Defect'
  constructor(
    message: string,
    readonly context: Record<string, unknown> = {},
    options?: ErrorOptions,
  ) {
    super(message, options)
  }
}
