import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useEffect } from 'react'
import { useShop } from '@/features/catalogue'
import { cloudNow } from '@/platform/clock'
import { ErrorState } from '@/ui/ErrorState'
import { Page } from '@/ui/Page'
import { Skeleton } from '@/ui/Skeleton'
import { CampaignForm } from '../../campaigns/CampaignForm'
import { closeEditor, openCampaign, openNew, useEditor } from '../../campaigns/editor'
import { useFormContext } from '../../campaigns/faults-now'
import { NotAllowed } from '../../campaigns/NotAllowed'
import { blankForm, isTemplate, templateForm } from '../../campaigns/templates'
import './index.scss'

/** Opens what the path says: a campaign, a template, or an empty form. */
function open(id: string | undefined, template: string | undefined): void {
  if (id !== undefined) return void openCampaign(id)
  const now = cloudNow()
  openNew(isTemplate(template) ? templateForm(template, now, useShop.getState().menu) : blankForm(now))
}

export default function CampaignEditPage() {
  const { id, template } = useRouter().params
  const context = useFormContext()
  const failed = useEditor((s) => s.failed)
  // a template fills in what it knows from the menu
  const mayOpen = useShop((s) => template === undefined || s.menu !== null || s.failure !== null)
  useEffect(() => {
    if (mayOpen) open(id, template)
  }, [mayOpen, id, template])
  useEffect(() => closeEditor, [])
  if (failed?.code !== 'FORBIDDEN' && context !== null) return <CampaignForm context={context} />
  return (
    <Page title='优惠活动'>
      <View className='campaign-edit'>
        {failed === null ? (
          <Skeleton rows={5} />
        ) : failed.code === 'FORBIDDEN' ? (
          <NotAllowed />
        ) : (
          <ErrorState {...failed} onRetry={() => open(id, template)} />
        )}
      </View>
    </Page>
  )
}
