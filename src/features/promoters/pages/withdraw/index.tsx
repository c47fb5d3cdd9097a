import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useEffect, type ReactNode } from 'react'
import type { WithdrawalView } from '@shared/promoters/contract'
import { canPayout } from '@shared/promoters/payout'
import { cloudNow } from '@/platform/clock'
import { Empty } from '@/ui/Empty'
import { ErrorState } from '@/ui/ErrorState'
import { Page } from '@/ui/Page'
import { PrimaryButton } from '@/ui/PrimaryButton'
import { Skeleton } from '@/ui/Skeleton'
import { toast } from '@/ui/toast'
import { ConfirmPayout } from '../../ConfirmPayout'
import { PayoutResult, UnheardPayout } from '../../PayoutResult'
import { loadMine, usePromoter, type Mine } from '../../store'
import { WithdrawForm } from '../../WithdrawForm'
import { putDoneAway, useWithdrawing, withdraw } from '../../withdrawing'
import { waysOf } from '../../words'
import './index.scss'

const back = () => void Taro.navigateBack()

/** 提现: by one of the shop's ways; then what became of it. Opened from the account, it asks the cloud for nothing. */
export default function WithdrawPage() {
  const { mine, failed } = usePromoter()
  const { unheard, done } = useWithdrawing()
  const made = mine?.withdrawals.find(({ no }) => no === done) ?? null
  useEffect(() => {
    if (usePromoter.getState().mine === null) void loadMine()
    return putDoneAway
  }, [])
  if (made !== null)
    return (
      <Frame>
        <Made payout={made} />
      </Frame>
    )
  if (unheard !== null)
    return (
      <Frame>
        <UnheardPayout fen={unheard.wish.fen}>
          <PrimaryButton tone='plain' onTap={back}>
            先回去
          </PrimaryButton>
          <PrimaryButton onTap={() => again(unheard)}>再试一次</PrimaryButton>
        </UnheardPayout>
      </Frame>
    )
  if (mine === null)
    return (
      <Frame>{failed === null ? <Skeleton rows={3} /> : <ErrorState {...failed} onRetry={loadMine} />}</Frame>
    )
  return <Form mine={mine} />
}

function Made({ payout }: { readonly payout: WithdrawalView }) {
  const waits = canPayout.confirm(payout, cloudNow())
  return (
    <PayoutResult payout={payout}>
      <PrimaryButton tone='plain' onTap={putDoneAway}>
        再提一笔
      </PrimaryButton>
      {waits ? <ConfirmPayout no={payout.no} size='m' /> : <PrimaryButton onTap={back}>完成</PrimaryButton>}
    </PayoutResult>
  )
}

async function again({ wish }: { readonly wish: Parameters<typeof withdraw>[0] }): Promise<void> {
  const refused = await withdraw(wish)
  if (refused !== null) toast(refused)
  else if (useWithdrawing.getState().unheard !== null) toast('还是没有答复，过一会再试')
}

const Frame = ({ children }: { readonly children: ReactNode }) => (
  <Page title='提现'>
    <View className='withdraw'>{children}</View>
  </Page>
)

function Form({ mine }: { readonly mine: Mine }) {
  const [first, ...others] = waysOf(mine.offer)
  if (mine.promoter?.state !== 'accepted')
    return <Nothing title='现在不能提现' hint='回到推客中心，看看你的状态' />
  if (first === undefined) return <Nothing title='店家还没有开放提现' hint='佣金会一直留着，开放后再提' />
  return <WithdrawForm mine={mine} ways={[first, ...others]} />
}

const Nothing = ({ title, hint }: { readonly title: string; readonly hint: string }) => (
  <Frame>
    <Empty icon='card' title={title} hint={hint} action={{ text: '返回', onTap: back }} />
  </Frame>
)
