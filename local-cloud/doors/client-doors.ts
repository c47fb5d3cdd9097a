import { randomUUID } from 'node:crypto'
import { CloudError, clientFailure } from '../wire/cloud-error'
import type { Functions } from '../services/functions'
import { MAX_CLIENT_RESULT_BYTES } from '../services/functions/limits'
import type { Meter } from '../services/meter/meter'
import type { Storage } from '../services/storage'
import { type Answer, type Ask, BadAsk, type Doors, json, jsonBody } from './http'
import type { Sessions } from './session'

/** The meter's name for what phones do without a function. */
const CLIENT = 'client'

export type ClientServices = {
  readonly sessions: Sessions
  readonly functions: Functions
  readonly storage: Storage
  readonly meter: Meter
  readonly seen: (openid: string) => void
}

/** What a phone reaches: its session, the functions, files. */
export const clientDoors = (services: ClientServices): Doors => ({
  'POST /session'(ask) {
    const { openid } = jsonBody(ask)
    if (typeof openid !== 'string') throw new BadAsk(400, 'openid is missing')
    return json({ token: services.sessions.tokenOf(openid), openid })
  },
  'POST /functions/:name': (ask) => callFunction(services, ask),
  ...fileDoors(services),
})

async function callFunction({ sessions, functions, seen }: ClientServices, ask: Ask): Promise<Answer> {
  const openid = sessions.openidOf(ask)
  const event = jsonBody(ask)
  const requestId = randomUUID()
  seen(openid)
  try {
    const name = ask.params['name'] ?? ''
    const result = await functions.invoke(name, event, { openid, source: 'wx_client', requestId })
    if (Buffer.byteLength(result) > MAX_CLIENT_RESULT_BYTES) {
      throw new CloudError('FUNCTIONS_RESULT_TOO_LARGE', `result is ${Buffer.byteLength(result)} bytes`)
    }
    // The result is JSON already: it passes through without being read.
    const body = `{"result":${result},"requestID":"${requestId}","errMsg":"callFunction:ok"}`
    return { ...json(null), body }
  } catch (error) {
    return json({ ...clientFailure('cloud.callFunction', error), requestID: requestId })
  }
}

const fileDoors = ({ sessions, storage, meter }: ClientServices): Doors => ({
  async 'POST /files'(ask) {
    sessions.openidOf(ask)
    meter.count('fileTransfers', CLIENT)
    try {
      return json({ fileID: await storage.put(ask.query.get('path') ?? '', ask.body), statusCode: 204 })
    } catch (error) {
      return json(clientFailure('cloud.uploadFile', error))
    }
  },
  'GET /files/*': (ask) => download(storage, ask.params['rest'] ?? '', ask.query),
  'HEAD /files/*': (ask) => download(storage, ask.params['rest'] ?? '', ask.query),
  async 'PUT /cos/*'(ask) {
    const filePath = ask.params['rest'] ?? ''
    if (!storage.mayUpload(filePath, String(ask.headers.authorization ?? ''))) {
      return xmlError('SignatureDoesNotMatch', 'The Signature you specified is invalid.')
    }
    await storage.put(filePath, ask.body)
    meter.count('fileTransfers', 'upload')
    return { body: '' }
  },
})

function download(storage: Storage, filePath: string, query: URLSearchParams): Answer {
  if (!storage.mayRead(filePath, query)) return json({ error: 'this link is not valid, or no longer' }, 403)
  const file = storage.read(filePath)
  if (!file) return json({ error: 'no such file' }, 404)
  const headers = {
    'content-type': file.contentType,
    'access-control-allow-origin': '*',
    'cache-control': 'max-age=7200',
  }
  return { headers, body: file.bytes }
}

const xmlError = (code: string, message: string): Answer => ({
  status: 403,
  headers: { 'content-type': 'application/xml' },
  body:
    `<?xml version='1.0' encoding='utf-8' ?><Error><Code>${code}</Code><Message>${message}</Message>` +
    '<RequestId>local</RequestId><TraceId>local</TraceId></Error>',
})
