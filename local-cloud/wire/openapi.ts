/** WeChat's server says no: `{errcode, errmsg}`; the SDK throws it with `errCode`. */
export class WechatError extends Error {
  override readonly name = 'WechatError'
  constructor(
    readonly errcode: number,
    message: string,
  ) {
    super(message)
  }
}
/** No permission for this API in the function's `config.json`. */
export const NO_PERMISSION = -604101
export const API_NOT_FOUND = -604100

export type OpenapiCall = {
  /** snake_case, as on the wire. */
  readonly params: Readonly<Record<string, unknown>>
  /** The person for whom the calling function runs. */
  readonly openid: string | undefined
}
export type Picture = { readonly contentType: string; readonly bytes: Buffer }
/** Answers snake_case JSON without errcode, or a picture. */
export type OpenapiHandler = (call: OpenapiCall) => Readonly<Record<string, unknown>> | Picture
export type OpenapiRoutes = Readonly<Record<string, OpenapiHandler>>

export const isPicture = (x: object): x is Picture => 'bytes' in x && Buffer.isBuffer(x.bytes)

/** A required text parameter; 41002-like absence is answered as WeChat's "invalid args". */
export function textParam(params: Readonly<Record<string, unknown>>, name: string): string {
  const value = params[name]
  if (typeof value === 'string' && value !== '') return value
  if (typeof value === 'number') return String(value)
  throw new WechatError(40097, `invalid args: ${name} is missing`)
}
