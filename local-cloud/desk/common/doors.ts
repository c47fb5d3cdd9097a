import type { ChatCard, DeskConfig, PhoneConfig } from './shop'

/** The local cloud's doors as the browser sees them: through the page's own port. */
async function ask<T>(path: string, body?: unknown): Promise<T> {
  const post = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
  const response = await fetch(path, body === undefined ? {} : post)
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
  return (await response.json()) as T
}

export type Session = { readonly token: string; readonly openid: string }
export type Prepay = { readonly body: string; readonly payee: string; readonly totalFen: number }
export type TransferPage = {
  readonly payer: string
  readonly fen: number
  readonly remark: string
  readonly openid: string
  readonly mayConfirm: boolean
}
/** A service notice as it was delivered. */
export type Notice = {
  readonly id: string
  readonly openid: string
  readonly templateId: string
  readonly title: string
  /** Page path with its query; '' when the card can't be tapped. */
  readonly page: string
  /** Rows of the card: the template's label and what was sent. */
  readonly rows: readonly { readonly key: string; readonly label: string; readonly value: string }[]
  readonly at: number
}
/** Billed calls as the plan counts them, and the others apart. */
export type Calls = {
  readonly functionCalls: number
  readonly databaseReads: number
  readonly databaseWrites: number
  readonly fileTransfers: number
  readonly transactions: number
  readonly openapi: number
  readonly pay: number
}
export type Answers = Readonly<Record<string, string>>

export const doors = {
  deskConfig: () => ask<DeskConfig>('/desk/config.json'),
  phoneConfig: () => ask<PhoneConfig>('/desk/config.json'),
  chats: async () => (await ask<{ cards: readonly ChatCard[] }>('/desk/chats')).cards,
  sendCard: (card: Omit<ChatCard, 'id'>) => ask<{ card: ChatCard }>('/desk/chats', card),
  session: (openid: string) => ask<Session>('/session', { openid }),
  clock: () => ask<{ now: number }>('/clock'),
  advance: (advanceMs: number) => ask<{ now: number }>('/clock', { advanceMs }),
  clockTo: (at: number) => ask<{ now: number }>('/clock', { at }),
  prepay: (prepayId: string) => ask<Prepay>(`/wechat/pay/${encodeURIComponent(prepayId)}`),
  pay: (prepayId: string, action: 'confirm' | 'cancel') =>
    ask<{ readonly ok: boolean; readonly errMsg: string }>(`/wechat/pay/${encodeURIComponent(prepayId)}`, {
      action,
    }),
  transfer: (packageInfo: string) =>
    ask<TransferPage>(`/wechat/transfers/sheet?${new URLSearchParams({ package: packageInfo }).toString()}`),
  confirmTransfer: (packageInfo: string, openid: string) =>
    ask<{ readonly ok: boolean; readonly errMsg: string }>('/wechat/transfers/confirm', {
      package: packageInfo,
      openid,
    }),
  consents: (openid: string, answers: Answers) => ask<unknown>('/wechat/consents', { openid, answers }),
  phoneCode: (openid: string) => ask<{ code: string }>('/wechat/phone-code', { openid }),
  inbox: async (openid: string) =>
    (await ask<{ notices: readonly Notice[] }>(`/wechat/inbox?openid=${encodeURIComponent(openid)}`)).notices,
  calls: () => ask<Calls>('/wechat/calls'),
  resetCalls: () => ask<unknown>('/wechat/calls/reset', {}),
  codeUrl: (page: string, scene: string) => `/wechat/code?${new URLSearchParams({ page, scene }).toString()}`,
  async scan(png: Blob): Promise<{ path: string; result: string }> {
    const response = await fetch('/wechat/scan', {
      method: 'POST',
      headers: { 'content-type': 'image/png' },
      body: png,
    })
    if (!response.ok) throw new Error('scanCode:fail no code found')
    return { path: '', result: '', ...((await response.json()) as { path: string } | { result: string }) }
  },
}
