import { Text, View } from '@tarojs/components'
import { useEffect } from 'react'
import { askBeforeLeaving } from '@/platform/leaving'
import { Icon } from '@/ui/Icon'
import { Page } from '@/ui/Page'
import { BenefitFields } from './BenefitFields'
import { AdvancedFields, AudienceFields, BudgetFields } from './BudgetFields'
import { ConflictSheet } from './ConflictSheet'
import { isDirty, useEditor } from './editor'
import { EntryFields } from './EntryFields'
import { Facts } from './Facts'
import { ELSEWHERE, placeId } from './faults'
import { CampaignFormContext, useForm, type FormContext } from './form-context'
import { EndRow, Footer } from './Footer'
import { NameFields } from './NameFields'
import { Preview } from './Preview'
import { ScopeFields } from './ScopeFields'
import { PeriodFields, ValidityFields } from './TimeFields'
import './CampaignForm.scss'

/** The form of one campaign, with the ticket over it and what can be done with it below. */
export function CampaignForm({ context }: { readonly context: FormContext }) {
  const { opened } = context
  useAskBeforeLeaving()
  return (
    <CampaignFormContext.Provider value={context}>
      <Page title={opened === null ? '新建活动' : opened.name} footer={<Footer />}>
        <Preview />
        <View className='campaign-form'>{opened?.state === 'ended' ? <Facts /> : <Fields />}</View>
        <ConflictSheet />
      </Page>
    </CampaignFormContext.Provider>
  )
}

function Fields() {
  return (
    <>
      <Elsewhere />
      <BenefitFields />
      <NameFields />
      <EntryFields />
      <ScopeFields />
      <ValidityFields />
      <AudienceFields />
      <BudgetFields />
      <PeriodFields />
      <AdvancedFields />
      <EndRow />
    </>
  )
}

/** What is wrong with the campaign as a whole. */
function Elsewhere() {
  const fault = useForm().faults.get(ELSEWHERE)
  if (fault === undefined) return null
  return (
    <View className='campaign-form__fault' id={placeId(ELSEWHERE)}>
      <Icon name='warn' />
      <Text className='campaign-form__fault-words'>{fault}</Text>
    </View>
  )
}

/** What was typed and not saved is not lost by a slip of the finger. */
function useAskBeforeLeaving(): void {
  const dirty = useEditor(isDirty)
  useEffect(() => {
    if (dirty) return askBeforeLeaving('改动还没有保存，要离开吗？')
  }, [dirty])
}
