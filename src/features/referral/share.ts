import type { WantedTarget } from '@shared/referral/contract'
import { REFERRAL_SENTENCES } from '@shared/referral/sentences'
import { LANDING_PAGES } from '@shared/referral/way'
import { copyText } from '@/platform/clipboard'
import { sentence } from '@/platform/refusals'
import { linkTo } from '@/platform/share'
import type { ShareCard } from '@/platform/types'
import { api } from './api'
import { cardCode, codeNow, SHOP } from './codes'

/** What is passed on: where it leads, and the product that the friend's menu opens at once, before any answer. */
export type Passed = {
  readonly target: WantedTarget
  readonly productId?: string
  /** The page that it opens; the target's own unless it says. */
  readonly page?: string
  readonly title: string
  /** '' for what the screen shows. */
  readonly picture?: string
}

/**
 * A card that is ready at once: with the target's own code where this phone has it, else with the member's code for the
 * shop, while the better one is fetched. WeChat waits three seconds for it. Who is no member passes on the page alone.
 */
export function shareCard({ target, productId, page, title, picture = '' }: Passed): ShareCard {
  const own = codeNow(target)
  const pathFor = (code: string | null) => cardPath(page ?? pageOf(target), code, productId)
  const better = own === null ? cardCode(target).then((code) => code && pathFor(code)) : null
  return { title, picture, path: pathFor(own ?? codeNow(SHOP)), better }
}

const pageOf = ({ kind }: WantedTarget): string => LANDING_PAGES[kind === 'order' ? 'product' : kind]

function cardPath(page: string, code: string | null, productId: string | undefined): string {
  const query = [code === null ? '' : `c=${code}`, productId === undefined ? '' : `p=${productId}`]
  const words = query.filter((word) => word !== '').join('&')
  return `/${page}${words === '' ? '' : `?${words}`}`
}

/** The query of a card for Moments, which opens the page that it was shared from. */
export function timelineQuery(): string {
  const code = codeNow(SHOP)
  return code === null ? '' : `c=${code}`
}

/** Puts a link to a target into the clipboard. Null: it is there. Else a sentence for the person. */
export async function copyLink({ target, productId }: Pick<Passed, 'target' | 'productId'>) {
  const answer = await api.code(target, 'link')
  if (!answer.ok) return sentence(answer, REFERRAL_SENTENCES)
  const link = linkTo(cardPath(pageOf(target), answer.data.code, productId), answer.data.link)
  if (link === null) return '现在取不到链接，发小程序卡片给朋友吧'
  return (await copyText(link)) ? null : '没有复制成功，请再试一次'
}
