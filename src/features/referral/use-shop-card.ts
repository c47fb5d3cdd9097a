import { useEffect } from 'react'
import { useShop } from '@/features/catalogue'
import { useMe } from '@/features/members'
import { useShare } from '@/platform/share'
import type { ShareCard } from '@/platform/types'
import { cardCode, SHOP } from './codes'
import { shareCard } from './share'

/** Lets the page be forwarded as the shop, or as `own` while that is not null. The shop opens on home, or on `page`. */
export function useShopCard(own: () => ShareCard | null = () => null, page?: string): void {
  const shop = page === undefined ? { target: SHOP } : { target: SHOP, page }
  useShare(() => own() ?? shareCard({ ...shop, title: shopTitle() }))
}

/** A member's code for the shop is fetched before anybody forwards anything: one call, once on this phone. */
export function useShopCode(): void {
  const isMember = useMe((s) => (s.me?.member ?? null) !== null)
  useEffect(() => {
    if (isMember) void cardCode(SHOP)
  }, [isMember])
}

/** Neutral, as WeChat wants it: no gain is promised for passing it on. */
function shopTitle(): string {
  const name = useShop.getState().shop?.name
  return name === undefined ? '来一杯？' : `${name}，来一杯？`
}
