import { bridge } from './bridge.h5'
import { heardClock } from './clock'
import { failedFunction, isReply, offline } from './failure'
import type { Platform } from './types'

const PATIENCE_MS = 15_000

/** The functions' door of the local cloud, on the phone's own origin. */
export const call: Platform['call'] = async (action, input) => {
  const shell = bridge()
  if (shell === null) {
    console.warn(
      `${action}: no phone shell around this page. Start the desk with "npm start" and open its address.`,
    )
    return offline('noShell')
  }
  const patience = new AbortController()
  const timer = setTimeout(() => patience.abort(), PATIENCE_MS)
  try {
    const response = await fetch('/functions/api', {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${shell.session().token}` },
      body: JSON.stringify({ action, input }),
      signal: patience.signal,
    })
    const answer = await response.json()
    if (!isReply(answer.result)) return failedFunction(answer.errMsg ?? `HTTP ${response.status}`)
    heardClock(answer.result.now)
    // Which action was called decides the shape; the router answers with nothing else.
    return answer.result as never
  } catch {
    return offline(patience.signal.aborted ? 'timeout' : 'network')
  } finally {
    clearTimeout(timer)
  }
}

export const upload: Platform['upload'] = async (local, folder) => {
  const shell = bridge()
  if (shell === null) return null
  try {
    const body = await (await fetch(local)).blob()
    const kind = body.type.split('/')[1]?.replace('jpeg', 'jpg') ?? 'png'
    const path = `${folder}/${Date.now().toString(36)}.${kind}`
    const response = await fetch(`/files?path=${encodeURIComponent(path)}`, {
      method: 'POST',
      headers: { 'content-type': body.type, authorization: `Bearer ${shell.session().token}` },
      body,
    })
    const answer = await response.json()
    return typeof answer.fileID === 'string' ? answer.fileID : null
  } catch {
    return null
  }
}
