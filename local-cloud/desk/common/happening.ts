/** A call of a function that went through one of the phones. */
export type Happening = {
  /** Whose session it was; '' when there was none. */
  readonly openid: string
  /** `orders.place`, or the function's name. */
  readonly action: string
  readonly ok: boolean
  /** The refusal or the error; '' when it went well. */
  readonly code: string
  /** The cloud's clock, epoch ms; 0 when the reply did not tell. */
  readonly at: number
  readonly ms: number
}

/** Reads a call from what was asked and answered; whatever can't be read is left empty. */
export function happeningOf(call: {
  readonly name: string
  readonly token: string
  readonly asked: string
  readonly answered: string
  readonly ms: number
}): Happening {
  const event = objectIn(call.asked)
  const answer = objectIn(call.answered)
  const reply = asObject(answer['result'])
  const ok = reply['ok'] === true
  return {
    openid: call.token.slice(0, Math.max(0, call.token.lastIndexOf('.'))),
    action: typeof event['action'] === 'string' ? event['action'] : call.name,
    ok,
    code: ok ? '' : String(reply['code'] ?? answer['errMsg'] ?? answer['error'] ?? 'no answer'),
    at: typeof reply['now'] === 'number' ? reply['now'] : 0,
    ms: call.ms,
  }
}

function objectIn(text: string): Record<string, unknown> {
  try {
    return asObject(JSON.parse(text))
  } catch {
    return {}
  }
}

const asObject = (x: unknown): Record<string, unknown> =>
  typeof x === 'object' && x !== null ? (x as Record<string, unknown>) : {}
