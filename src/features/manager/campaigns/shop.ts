import { useShop } from '@/features/catalogue'

const NONE: readonly never[] = []

/** The shop's tiers and stores, as far as they were heard. */
export const useTiers = () => useShop((s) => s.shop?.loyalty.tiers ?? NONE)
export const useStores = () => useShop((s) => s.shop?.stores ?? NONE)
