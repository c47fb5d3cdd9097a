import { Text, View } from '@tarojs/components'
import Taro, { useDidShow, usePullDownRefresh } from '@tarojs/taro'
import { goTo } from '@/platform/navigation'
import { Empty } from '@/ui/Empty'
import { ErrorState } from '@/ui/ErrorState'
import { Page } from '@/ui/Page'
import { PrimaryButton } from '@/ui/PrimaryButton'
import { Skeleton } from '@/ui/Skeleton'
import { LeftCard } from '../../recovery/LeftCard'
import { LEFT_EDIT } from '../../recovery/paths'
import { StandingCard } from '../../recovery/StandingCard'
import { loadReport, useRecovery, type Report } from '../../recovery/store'
import { NotManager } from '../../Workplace'
import './index.scss'

/** Orders that were placed, not paid and left: what is done about them, and whether it adds anything. */
export default function ManagerLeftPage() {
  const report = useRecovery((s) => s.report)
  useDidShow(() => {
    void loadReport()
  })
  usePullDownRefresh(() => {
    void loadReport().finally(() => Taro.stopPullDownRefresh())
  })
  const footer = (
    <PrimaryButton size='l' onTap={() => goTo(LEFT_EDIT)}>
      {report?.running == null ? '去设置' : '改设置'}
    </PrimaryButton>
  )
  return (
    <Page title='没付完的单' {...(report === null ? {} : { footer })}>
      <View className='left-page'>
        <Content report={report} />
      </View>
    </Page>
  )
}

function Content({ report }: { readonly report: Report | null }) {
  const failed = useRecovery((s) => s.reportFailed)
  if (failed?.code === 'FORBIDDEN') return <NotManager />
  if (report === null)
    return failed === null ? <Skeleton rows={4} /> : <ErrorState {...failed} onRetry={loadReport} />
  return (
    <>
      {failed !== null && <Text className='left-page__stale'>{failed.sentence}，下面可能不是最新的</Text>}
      {report.running === null ? (
        <Explained />
      ) : (
        <>
          <StandingCard on={report.on} running={report.running} />
          <Latest latest={report.latest} />
        </>
      )}
    </>
  )
}

const STEPS = [
  '顾客下了单没付款就走开，还能付的时候发一条提醒，每人每周最多一次，夜里不发。',
  '一天后还没有来买，按你定的规则给一部分人发一张券，放进卡包。',
  '另一部分人只提醒、不发券，两边一比，就知道券带回了多少人、花得值不值。',
]

/** Never set up: what would happen. */
function Explained() {
  return (
    <View className='left-page__explained'>
      <Text className='left-page__title'>把没付完的单找回来</Text>
      {STEPS.map((step, i) => (
        <View key={step} className='left-page__step'>
          <Text className='left-page__number'>{i + 1}</Text>
          <Text className='left-page__words'>{step}</Text>
        </View>
      ))}
    </View>
  )
}

function Latest({ latest }: Pick<Report, 'latest'>) {
  if (latest.length === 0)
    return (
      <Empty
        icon='clock'
        title='还没有没付完的单'
        hint='有顾客下单没付就走了，一天后这里会写明做了什么、为什么'
      />
    )
  return (
    <>
      <Text className='left-page__heading'>最近的单</Text>
      {latest.map((left) => (
        <LeftCard key={left.orderId} left={left} />
      ))}
    </>
  )
}
