import { join } from 'node:path'
import type { DeskConfig, DeskShop, PhoneConfig } from '../common/shop'
import { appPage } from './app-page'
import { chats } from './chats'
import { cloudFiles } from './cloud-files'
import { functionCalls } from './function-calls'
import { happenings } from './happenings'
import { type Handler, sendJson } from './http'
import { type Listening, listen } from './listen'
import { passOn } from './pass-on'
import { staticFiles } from './static-files'

export { checkPort } from './listen'

export type DeskOptions = {
  readonly cloudUrl: string
  /** A link to a file of the cloud's storage. */
  readonly linkTo: (path: string) => string
  /** The H5 build of the mini-program. */
  readonly h5Dir: string
  /** The built desk: `phone/` and `page/` inside. */
  readonly deskDir: string
  /** Where the chats are kept. */
  readonly dataDir: string
  readonly shop: DeskShop
  /** Who holds the left and the right phone at first. */
  readonly holders: readonly [string, string]
  /** Ports; 0 takes a free one. */
  readonly deskPort: number
  readonly phonePorts: readonly [number, number]
}

export type Desk = { readonly url: string; readonly phones: readonly string[]; close(): Promise<void> }

/** Starts the desk's page and one server per phone, all on 127.0.0.1. Throws StartFailure and leaves nothing open. */
export async function startDesk(options: DeskOptions): Promise<Desk> {
  const open: Listening[] = []
  const close = async () => {
    await Promise.all(open.map((server) => server.close()))
  }
  try {
    const seen = happenings()
    const common: Common = {
      talk: chats(join(options.dataDir, 'desk-chats.json')),
      seen: seen.handler,
      calls: functionCalls(options.cloudUrl, seen.tell),
    }
    const phones: { url: string; openid: string }[] = []
    const config = (): DeskConfig => ({ shop: options.shop, phones })
    const desk = await listen(options.deskPort, 'the desk', deskHandlers(options, common, config))
    open.push(desk)
    for (const [i, openid] of options.holders.entries()) {
      const shell = (): PhoneConfig => ({ shop: options.shop, openid, deskOrigin: desk.url })
      const phone = await listen(
        options.phonePorts[i] ?? 0,
        `phone ${i + 1}`,
        phoneHandlers(options, common, shell),
      )
      open.push(phone)
      phones.push({ url: phone.url, openid })
    }
    return { url: desk.url, phones: phones.map((p) => p.url), close }
  } catch (error) {
    await close()
    throw error
  }
}

const configAt =
  (make: () => unknown): Handler =>
  (_req, res, url) => {
    if (url.pathname !== '/desk/config.json') return false
    sendJson(res, make())
    return true
  }

/** What all three servers share. */
type Common = { readonly talk: Handler; readonly seen: Handler; readonly calls: Handler }

const deskHandlers = (
  o: DeskOptions,
  { talk, seen }: Common,
  config: () => DeskConfig,
): readonly Handler[] => [
  configAt(config),
  talk,
  seen,
  passOn(o.cloudUrl),
  staticFiles('/', join(o.deskDir, 'page')),
]

const phoneHandlers = (
  o: DeskOptions,
  { talk, calls }: Common,
  config: () => PhoneConfig,
): readonly Handler[] => [
  configAt(config),
  talk,
  calls,
  cloudFiles(o.linkTo),
  passOn(o.cloudUrl),
  appPage(o.h5Dir),
  staticFiles('/app/', o.h5Dir),
  staticFiles('/shell/', join(o.deskDir, 'phone')),
  staticFiles('/', join(o.deskDir, 'phone')),
]
