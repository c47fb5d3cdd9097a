import { useMemo } from 'react'
import type { FaultFacts } from '@shared/coupons/campaign-faults'
import { MINUTE_MS, type Instant } from '@shared/kernel/time'
import { useShop } from '@/features/catalogue'
import { cloudNow } from '@/platform/clock'
import { useClock } from '@/ui/use-clock'
import { useEditor } from './editor'
import { faultsByPlace, faultsOf } from './faults'
import type { FormContext } from './form-context'
import { readForm } from './read-form'

type Shown = Pick<ReturnType<typeof useShop.getState>, 'menu' | 'shop'>

function factsOf({ menu, shop }: Shown, before: FaultFacts['before'], now: Instant): FaultFacts | null {
  if (menu === null || shop === null) return null
  return { menu, stores: shop.stores, loyalty: shop.loyalty, now, before }
}

/**
 * Everything that is wrong with the open form just now, by place, from its top to its foot: what the rules say here, and
 * what the cloud has said of it (`heard`).
 */
export function faultsNow(heard: boolean): ReadonlyMap<string, string> {
  const { form, opened, refused } = useEditor.getState()
  if (form === null) return new Map()
  const read = readForm(form)
  const faults = faultsOf(read, factsOf(useShop.getState(), opened, cloudNow()))
  return faultsByPlace([...faults, ...(heard ? refused : [])], read.draft)
}

/** The open form as its parts see it: what is wrong is told once saving was tried, what can't be read at once. */
export function useFormContext(): FormContext | null {
  const { form, opened, refused, tried } = useEditor()
  const menu = useShop((s) => s.menu)
  const shop = useShop((s) => s.shop)
  const now = useClock(cloudNow, MINUTE_MS)
  return useMemo(() => {
    if (form === null) return null
    const read = readForm(form)
    const own = tried ? faultsOf(read, factsOf({ menu, shop }, opened, now)) : read.garbled
    return { form, read, opened, faults: faultsByPlace([...own, ...refused], read.draft) }
  }, [form, opened, refused, tried, menu, shop, now])
}
