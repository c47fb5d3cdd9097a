import type { Instant } from '@shared/kernel/time'
import type { Space, StateStore } from '../../state/store'
import { type OpenapiHandler, textParam, WechatError } from '../../wire/openapi'
import type { Clock } from '../clock/clock'
import { misfit, type Template } from './template'

export type ConsentAnswer = 'accept' | 'reject' | 'ban' | 'filter'
/** A service notice as the person finds it. */
export type Notice = {
  readonly id: string
  readonly openid: string
  readonly templateId: string
  readonly title: string
  /** Page path with its query; '' when the card can't be tapped. */
  readonly page: string
  readonly rows: readonly { readonly key: string; readonly label: string; readonly value: string }[]
  readonly at: Instant
}
export type Messages = {
  /** Templates that the shop's console has. As long as there is none, every id is taken. */
  addTemplates(templates: readonly Template[]): void
  templates(): readonly Template[]
  /** Each `accept` is one message more that may be sent. Answers the balances. Throws RangeError for another answer. */
  answer(openid: string, answers: Readonly<Record<string, ConsentAnswer>>): Readonly<Record<string, number>>
  /** How many messages may still be sent. */
  balance(openid: string, templateId: string): number
  /** Oldest first. */
  inbox(openid: string): readonly Notice[]
  readonly send: OpenapiHandler
}

/** Subscribe messages: consents as a balance per person and template, templates with their limits, an inbox. */
export const openMessages = (
  store: StateStore,
  clock: Clock,
  onDelivered: (notice: Notice) => void,
): Messages => new SubscribeMessages(store, clock, onDelivered)

class SubscribeMessages implements Messages {
  private readonly consents: Space<number>
  private readonly notices: Space<Notice>
  private readonly known: Space<Template>

  constructor(
    private readonly store: StateStore,
    private readonly clock: Clock,
    private readonly onDelivered: (notice: Notice) => void,
  ) {
    this.consents = store.space('consents')
    this.notices = store.space('inbox')
    this.known = store.space('templates')
  }

  addTemplates(templates: readonly Template[]): void {
    this.store.together(() => templates.forEach((one) => this.known.set(one.id, one)))
  }
  templates(): readonly Template[] {
    return [...this.known.entries()].map(([, template]) => template)
  }
  answer(openid: string, answers: Readonly<Record<string, ConsentAnswer>>): Readonly<Record<string, number>> {
    const accepted = Object.entries(answers).filter(([, answer]) => isAccepted(answer))
    this.store.together(() =>
      accepted.forEach(([id]) => this.consents.set(keyOf(openid, id), this.balance(openid, id) + 1)),
    )
    return Object.fromEntries(Object.keys(answers).map((id) => [id, this.balance(openid, id)]))
  }
  balance(openid: string, templateId: string): number {
    return this.consents.get(keyOf(openid, templateId)) ?? 0
  }
  inbox(openid: string): readonly Notice[] {
    return [...this.notices.entries()]
      .map(([, notice]) => notice)
      .filter((notice) => notice.openid === openid)
  }
  readonly send: OpenapiHandler = ({ params }) => {
    const openid = textParam(params, 'touser')
    const templateId = textParam(params, 'template_id')
    if (!/^[\w-]{2,64}$/.test(openid)) throw new WechatError(40003, 'invalid openid')
    const template = this.known.get(templateId)
    if (!template && this.known.size > 0) throw new WechatError(40037, 'invalid template_id')
    const rows = rowsOf(params['data'], template)
    const left = this.balance(openid, templateId)
    if (left === 0) throw new WechatError(43101, 'user refuse to accept the msg')
    const id = `notice-${String(this.notices.size + 1).padStart(6, '0')}`
    const title = template?.title ?? '服务通知'
    const page = typeof params['page'] === 'string' ? params['page'] : ''
    const notice: Notice = { id, openid, templateId, title, page, rows, at: this.clock.now() }
    this.store.together(() => {
      this.consents.set(keyOf(openid, templateId), left - 1)
      this.notices.set(id, notice)
    })
    this.onDelivered(notice)
    return {}
  }
}

const keyOf = (openid: string, templateId: string) => `${openid} ${templateId}`

function isAccepted(answer: string): boolean {
  if (!['accept', 'reject', 'ban', 'filter'].includes(answer))
    throw new RangeError(`no answer of WeChat's: ${answer}`)
  return answer === 'accept'
}

/** Rows in the template's order. Throws 47003 when a field is missing, unknown or doesn't fit. */
function rowsOf(data: unknown, template: Template | undefined): Notice['rows'] {
  if (typeof data !== 'object' || data === null)
    throw new WechatError(47003, 'argument invalid! data is missing')
  const values = new Map(
    Object.entries(data as Record<string, { value?: unknown }>).map(([key, entry]) => [key, entry?.value]),
  )
  const fields = template?.fields ?? [...values.keys()].map((key) => ({ key, label: key }))
  return fields.map(({ key, label }) => {
    const value = values.get(key)
    const why = misfit(key, value)
    if (why !== null) throw new WechatError(47003, `argument invalid! ${why}`)
    return { key, label, value: String(value) }
  })
}
