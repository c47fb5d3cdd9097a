import { create } from 'zustand'
import type { WantedTarget } from '@shared/referral/contract'
import { REFERRAL_SENTENCES } from '@shared/referral/sentences'
import { useMe } from '@/features/members'
import { openEasel } from '@/platform/easel'
import { sentence } from '@/platform/refusals'
import type { Easel, PenPicture } from '@/platform/types'
import { api } from './api'
import { layOut } from './poster/layout'
import { HEIGHT, SCALE, WIDTH } from './poster/look'
import type { Asset } from './poster/marks'
import { measureWith, paint } from './poster/paint'
import type { Draft } from './poster/subject'

/** The canvas of the poster's page. */
export const BOARD = 'poster-board'

export type Trouble = { readonly sentence: string; readonly requestId: string }
type State = {
  /** The picture file; null while it is made. */
  readonly file: string | null
  readonly failed: Trouble | null
}

const START: State = { file: null, failed: null }
export const usePoster = create<State>(() => START)
const { setState: put } = usePoster

/** Only the poster that was asked for last counts. */
let asked = 0
/** Posters and code pictures of this session: drawn, and asked for, once. */
const drawn = new Map<string, string>()
const codes = new Map<string, string>()

const memberId = (): string => useMe.getState().me?.member?.id ?? ''

/** Makes the poster of a target: its code from the cloud, its pictures, the drawing. */
export async function drawPoster(target: WantedTarget, draft: Draft): Promise<void> {
  const mine = ++asked
  const key = JSON.stringify([memberId(), target, draft])
  const known = drawn.get(key)
  put({ file: known ?? null, failed: null })
  if (known !== undefined) return
  const made = await make(target, draft)
  if (typeof made === 'string') drawn.set(key, made)
  if (asked !== mine) return
  put(typeof made === 'string' ? { file: made } : { failed: made })
}

/** The page is left: another poster begins empty. */
export function putPosterAway(): void {
  asked++
  put(START)
}

const NOT_DRAWN: Trouble = { sentence: '海报没有画出来，请再试一次', requestId: '' }

async function make(target: WantedTarget, draft: Draft): Promise<string | Trouble> {
  const easel = await openEasel(BOARD, Math.round(WIDTH * SCALE), Math.round(HEIGHT * SCALE))
  if (easel === null) return NOT_DRAWN
  const [code, pictures] = await Promise.all([codePicture(target), picturesOf(draft, easel)])
  if (typeof code !== 'string') return code
  const drawnCode = await easel.loadPicture(code)
  if (drawnCode === null) return { sentence: '小程序码没有取到，请检查网络后再试', requestId: '' }
  pictures.set('code', drawnCode)
  paint(easel.pen, layOut(draft.content, new Set(pictures.keys()), measureWith(easel.pen)), pictures, SCALE)
  return (await easel.toFile()) ?? NOT_DRAWN
}

/** File id of the code's picture. It never changes: asked for once a session, and then not at all. */
async function codePicture(target: WantedTarget): Promise<string | Trouble> {
  const key = JSON.stringify([memberId(), target])
  const known = codes.get(key)
  if (known !== undefined) return known
  const answer = await api.code(target, 'poster')
  if (!answer.ok) return { sentence: sentence(answer, REFERRAL_SENTENCES), requestId: answer.requestId }
  const { picture } = answer.data
  if (picture === null) return { sentence: REFERRAL_SENTENCES.PICTURE_FAILED, requestId: answer.requestId }
  codes.set(key, picture)
  return picture
}

/** What could be loaded: a poster does without the rest. */
async function picturesOf({ sources }: Draft, easel: Easel): Promise<Map<Asset, PenPicture>> {
  const wanted = Object.entries(sources) as [Asset, string][]
  const loaded = await Promise.all(
    wanted.map(async ([asset, src]) => [asset, await easel.loadPicture(src)] as const),
  )
  return new Map(loaded.filter((one): one is [Asset, PenPicture] => one[1] !== null))
}
