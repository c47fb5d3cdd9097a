import type { MessageTemplate, Sent } from '../../platform/messages'
import type { CloudCtx } from '../../platform/ctx'
import type { Letter } from './journey'

/** A letter on its way: to whom, and in which template. */
export type Parcel = {
  readonly letter: Letter
  readonly openid: string
  readonly template: MessageTemplate
}
/**
 * A way out of the shop. It is asked once for each job, after everything that counts is written down; `unknown` is as good
 * as sent. Telling a person inside the app is no channel: pages read it off what is there (a wallet knows what ends soon),
 * it needs nobody's consent and costs nothing.
 */
export type Channel = (parcel: Parcel, ctx: CloudCtx) => Promise<Sent>

/** 订阅消息: one acceptance is one message. */
export const subscribe: Channel = ({ letter, openid, template }, { messages }) =>
  messages.send({ openid, template, page: letter.page, values: letter.values })
