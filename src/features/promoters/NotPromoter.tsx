import { goTo } from '@/platform/navigation'
import { Empty } from '@/ui/Empty'
import { ErrorState } from '@/ui/ErrorState'
import { Page } from '@/ui/Page'
import { PROMOTER_HOME } from './paths'

type Props = {
  /** Of the page that could not be shown. */
  readonly title: string
  readonly failed: { readonly code: string; readonly sentence: string; readonly requestId: string }
  readonly onRetry: () => unknown
}

/** A page for promoters that could not be shown: to somebody else it leads to where one becomes a promoter. */
export function NotPromoter({ title, failed, onRetry }: Props) {
  return (
    <Page title={title}>
      {failed.code === 'NOT_A_PROMOTER' ? (
        <Empty
          icon='person'
          title={failed.sentence}
          hint='推客才看得到这一页'
          action={{ text: '去推客中心', onTap: () => goTo(PROMOTER_HOME) }}
        />
      ) : (
        <ErrorState {...failed} onRetry={onRetry} />
      )}
    </Page>
  )
}
