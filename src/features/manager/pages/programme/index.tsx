import { View } from '@tarojs/components'
import { useEffect } from 'react'
import { ErrorState } from '@/ui/ErrorState'
import { Page } from '@/ui/Page'
import { Skeleton } from '@/ui/Skeleton'
import { openProgramme, useProgramme } from '../../promoters/programme'
import { ProgrammeForm } from '../../promoters/ProgrammeForm'
import { NotManager } from '../../Workplace'
import '../store/index.scss'

/** What promoters get, when, and under which terms. */
export default function ManagerProgrammePage() {
  useEffect(() => void openProgramme(), [])
  const form = useProgramme((s) => s.form)
  const failed = useProgramme((s) => s.failed)
  if (form !== null) return <ProgrammeForm key={form.version} form={form} />
  return (
    <Page title='推客计划'>
      <View className='settings-page'>
        {failed === null ? (
          <Skeleton rows={5} />
        ) : failed.code === 'FORBIDDEN' ? (
          <NotManager />
        ) : (
          <ErrorState {...failed} onRetry={openProgramme} />
        )}
      </View>
    </Page>
  )
}
