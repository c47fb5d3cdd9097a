/** What the bench's people do, over HTTP as phones do it. */
import { Agent, request } from 'node:http'

const agent = new Agent({ keepAlive: true, maxSockets: 64 })

/** One request to the local cloud; JSON in, JSON out. */
export function post<T>(url: string, body: unknown, token?: string): Promise<T> {
  const text = JSON.stringify(body)
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text),
    ...(token ? { authorization: `Bearer ${token}` } : {}),
  }
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: 'POST', agent, headers }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('end', () => {
        const got = Buffer.concat(parts).toString()
        if (answer.statusCode === 200) resolve(JSON.parse(got) as T)
        else reject(new Error(`${url} answered ${answer.statusCode}: ${got.slice(0, 300)}`))
      })
    })
    sent.on('error', reject)
    sent.end(text)
  })
}

export async function get<T>(url: string): Promise<T> {
  const answer = await fetch(url)
  return (await answer.json()) as T
}

type Answer = { ok: boolean; code?: string; data: never }

/** A person with a session. `call` fails on any refusal: the bench plays a journey in which nothing is refused. */
export type Person = { readonly openid: string; call<T>(action: string, input: unknown): Promise<T> }

export async function enter(cloudUrl: string, openid: string): Promise<Person> {
  const { token } = await post<{ token: string }>(`${cloudUrl}/session`, { openid })
  return {
    openid,
    async call<T>(action: string, input: unknown): Promise<T> {
      const { result } = await post<{ result: Answer }>(`${cloudUrl}/functions/api`, { action, input }, token)
      if (!result?.ok) throw new Error(`${action} was refused: ${JSON.stringify(result)}`)
      return result.data as T
    },
  }
}
