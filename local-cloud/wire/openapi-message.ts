import protobuf from 'protobufjs/minimal'

/**
 * The protobuf messages of `wx.openApi`, as far as the SDK uses them:
 * CommApiData {1: apiType, 2: OpenApiData {1: repeated KeyValuePair {1: key, 2: value}}} and
 * CommOpenApiResp {1: respData, 2: contentType, 3: errorCode}.
 */
const FIELD_OPENAPI_DATA = 2
const FIELD_PAIRS = 1
const FIELD_KEY = 1
const FIELD_VALUE = 2

/** Parameters of an openapi call, snake_case as the SDK sends them; each value was JSON. */
export function decodeOpenapiRequest(message: Buffer): Record<string, unknown> {
  const params: Record<string, unknown> = {}
  eachField(message, FIELD_OPENAPI_DATA, (openapiData) =>
    eachField(openapiData, FIELD_PAIRS, (pair) => {
      let key = ''
      let value = ''
      eachField(pair, FIELD_KEY, (bytes) => (key = Buffer.from(bytes).toString('utf8')))
      eachField(pair, FIELD_VALUE, (bytes) => (value = Buffer.from(bytes).toString('utf8')))
      params[key] = parsed(value)
    }),
  )
  return params
}

function parsed(value: string): unknown {
  try {
    return JSON.parse(value)
  } catch {
    return value
  }
}

function eachField(message: Uint8Array, wanted: number, visit: (bytes: Uint8Array) => void): void {
  const reader = protobuf.Reader.create(message)
  while (reader.pos < reader.len) {
    const tag = reader.uint32()
    if (tag >>> 3 === wanted && (tag & 7) === 2) visit(reader.bytes())
    else reader.skipType(tag & 7)
  }
}

export function encodeOpenapiReply(body: Uint8Array, contentType: string): Uint8Array {
  return protobuf.Writer.create().uint32(10).bytes(body).uint32(18).string(contentType).finish()
}

/** A refusal of the gateway itself (no permission, unknown API), before WeChat's server is asked. */
export function encodeOpenapiError(errorCode: number): Uint8Array {
  return protobuf.Writer.create().uint32(24).int32(errorCode).finish()
}
