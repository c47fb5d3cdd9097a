import { readFileSync } from 'node:fs'
import { rename, writeFile } from 'node:fs/promises'
import { StartFailure } from '../../failure'
import type { ChatCard } from '../common/shop'
import { type Handler, readJson, sendJson } from './http'

const KEEP = 200
const TEXT_LIMIT = 500

/**
 * Cards that people send each other, newest last, kept in one file so that they outlive a restart.
 * Throws StartFailure when the file is there and can't be read: it is never overwritten unread.
 * `GET /desk/chats` → `{cards}` · `POST /desk/chats {from, to, title, path, sentAt}` → `{card}`, or 400.
 */
export function chats(file: string): Handler {
  let cards = load(file)
  let saved: Promise<void> = Promise.resolve()
  return async (req, res, url) => {
    if (url.pathname !== '/desk/chats') return false
    if (req.method !== 'POST') {
      sendJson(res, { cards })
      return true
    }
    const draft = asDraft(await readJson(req))
    if (draft === null) {
      sendJson(res, { error: 'a card needs from, to, title, path, sentAt' }, 400)
      return true
    }
    const card: ChatCard = { ...draft, id: (cards.at(-1)?.id ?? 0) + 1 }
    cards = [...cards, card].slice(-KEEP)
    saved = saved.then(() => save(file, cards))
    await saved
    sendJson(res, { card })
    return true
  }
}

function load(file: string): readonly ChatCard[] {
  try {
    const { cards } = JSON.parse(readFileSync(file, 'utf8')) as { cards: unknown }
    if (Array.isArray(cards) && cards.every(isCard)) return cards
    throw new Error('it holds no chats')
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') return []
    throw new StartFailure(
      `The chats in ${file} can't be read (${message}). Repair the file, or move it away to start with no chats; ` +
        'it was left as it is.',
    )
  }
}

const isCard = (card: unknown): card is ChatCard =>
  asDraft(card) !== null && Number.isSafeInteger((card as ChatCard).id)

async function save(file: string, cards: readonly ChatCard[]): Promise<void> {
  await writeFile(`${file}.new`, JSON.stringify({ cards }))
  await rename(`${file}.new`, file)
}

function asDraft(body: unknown): Omit<ChatCard, 'id'> | null {
  if (typeof body !== 'object' || body === null) return null
  const { from, to, title, path, sentAt } = body as Record<string, unknown>
  if (!isText(from) || !isText(to) || !isText(title) || !isText(path) || typeof sentAt !== 'number')
    return null
  return { from, to, title, path, sentAt }
}

const isText = (x: unknown): x is string => typeof x === 'string' && x.length > 0 && x.length <= TEXT_LIMIT
