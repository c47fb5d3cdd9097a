import { randomUUID } from 'node:crypto'
import { type Caller, callerOf } from '../services/functions/caller'
import type { Functions } from '../services/functions'
import { kindOf, type Meter } from '../services/meter/meter'
import type { PayParams, PayReply } from '../services/pay/replies'
import { CloudError } from './cloud-error'
import { multipartFields } from './multipart'
import { isPicture, API_NOT_FOUND, NO_PERMISSION, type OpenapiRoutes, WechatError } from './openapi'
import { decodeOpenapiRequest, encodeOpenapiError, encodeOpenapiReply } from './openapi-message'

type WireRequest = Readonly<Record<string, unknown>> & {
  readonly action: string
  readonly wxCloudApiToken?: string
}
export type Action = (params: Readonly<Record<string, unknown>>, by: string) => object
export type WireServices = {
  readonly database: { handle(request: WireRequest): object | Promise<object> }
  readonly functions: Functions
  readonly meter: Meter
  /** Further JSON actions by name, e.g. `storage.getUploadMetadata`; each answers the reply's `data`. */
  readonly actions: Readonly<Record<string, Action>>
  readonly openapi: OpenapiRoutes
  /** Null when WeChat Pay has no such operation. */
  readonly pay: (api: string, params: PayParams, openid: string | undefined) => PayReply | null
}
/** The content type is part of the protocol: for openapi and pay, JSON in UTF-8 would count as an error. */
export type WireAnswer = { readonly contentType: string; readonly body: string | Uint8Array }

const JSON_TYPE = 'application/json; charset=utf-8'
const BINARY_TYPE = 'application/octet-stream'
/** Calls made without a token: tools that speak to the wire directly. */
const NOBODY: Caller = { functionName: 'admin', requestId: '' }

/** Answers one request of the SDK at `POST /admin`. `source` is the chain of callers that the SDK sends along. */
export async function answerAdmin(
  services: WireServices,
  request: { readonly contentType: string; readonly source: string; readonly body: Buffer },
): Promise<WireAnswer> {
  if (request.contentType.startsWith('multipart/')) return answerForm(services, request)
  const message = JSON.parse(request.body.toString('utf8')) as WireRequest
  return { contentType: JSON_TYPE, body: JSON.stringify(await answerJson(services, message, request.source)) }
}

async function answerJson(services: WireServices, message: WireRequest, source: string): Promise<object> {
  const caller = callerOf(message.wxCloudApiToken) ?? NOBODY
  const kind = kindOf(message.action)
  if (kind) services.meter.count(kind, caller.functionName)
  if (message.action.startsWith('database.')) return services.database.handle(message)
  const requestId = randomUUID()
  try {
    if (message.action === 'functions.invokeFunction') {
      return {
        requestId,
        data: { response_data: await invokeNested(services, message, caller, source, requestId) },
      }
    }
    const action = services.actions[message.action]
    if (!action) throw new CloudError('INVALID_PARAM', `unknown action ${message.action}`)
    return { requestId, data: action(message, caller.functionName) }
  } catch (error) {
    if (error instanceof CloudError) return { requestId, code: error.code, message: error.message }
    throw error
  }
}

function invokeNested(
  { functions }: WireServices,
  message: WireRequest,
  caller: Caller,
  source: string,
  requestId: string,
): Promise<string> {
  const event = JSON.parse(String(message['request_data'] || '{}')) as Record<string, unknown>
  const { openid } = caller
  return functions.invoke(String(message['function_name']), event, {
    source,
    nested: true,
    requestId,
    ...(openid !== undefined && { openid }),
  })
}

function answerForm(services: WireServices, request: { contentType: string; body: Buffer }): WireAnswer {
  const fields = multipartFields(request.body, request.contentType)
  const caller = callerOf(fields.get('wxCloudApiToken')?.toString('utf8')) ?? NOBODY
  const api = fields.get('apiName')?.toString('utf8') ?? ''
  const data = fields.get('requestData') ?? Buffer.alloc(0)
  if (fields.get('action')?.toString('utf8') === 'wx.wxPayApi') {
    services.meter.count('pay', caller.functionName)
    const params = JSON.parse(data.toString('utf8')) as PayParams
    const reply = services.pay(api, params, caller.openid) ?? {
      code: 'INVALID_PARAM',
      message: `unknown operation ${api}`,
    }
    return { contentType: BINARY_TYPE, body: Buffer.from(JSON.stringify(reply)) }
  }
  services.meter.count('openapi', caller.functionName)
  return { contentType: BINARY_TYPE, body: answerOpenapi(services, api, data, caller) }
}

function answerOpenapi(services: WireServices, api: string, data: Buffer, caller: Caller): Uint8Array {
  const handler = services.openapi[api]
  if (!handler) return encodeOpenapiError(API_NOT_FOUND)
  const allowed = services.functions.configs.get(caller.functionName)?.openapi
  if (!allowed?.includes(api)) return encodeOpenapiError(NO_PERMISSION)
  try {
    const answer = handler({ params: decodeOpenapiRequest(data), openid: caller.openid })
    if (isPicture(answer)) return encodeOpenapiReply(answer.bytes, answer.contentType)
    return encodeOpenapiReply(jsonBytes({ errcode: 0, errmsg: 'ok', ...answer }), 'application/json')
  } catch (error) {
    if (!(error instanceof WechatError)) throw error
    const body = jsonBytes({ errcode: error.errcode, errmsg: error.message })
    return encodeOpenapiReply(body, 'application/json')
  }
}
const jsonBytes = (value: object) => Buffer.from(JSON.stringify(value))
