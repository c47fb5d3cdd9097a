import { Text, View } from '@tarojs/components'
import Taro, { useDidShow, usePullDownRefresh, useReachBottom } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { ErrorState } from '@/ui/ErrorState'
import { Page } from '@/ui/Page'
import { Skeleton } from '@/ui/Skeleton'
import { Account } from '../../Account'
import type { AccountList } from '../../AccountLists'
import { openAccount } from '../../confirming'
import { Outsider } from '../../Outsider'
import { forgetMine, loadEarlierLines, usePromoter } from '../../store'
import './index.scss'

/** 推客中心: the programme for who is no promoter yet, the account for who is. */
export default function PromoterHomePage() {
  const [list, setList] = useState<AccountList>('promised')
  useDidShow(() => {
    void openAccount()
  })
  usePullDownRefresh(() => {
    void openAccount().finally(() => Taro.stopPullDownRefresh())
  })
  useReachBottom(() => {
    if (list === 'entries') void loadEarlierLines()
  })
  useEffect(() => forgetMine, [])
  return (
    <Page title='推客中心'>
      <View className='promoter'>
        <Content list={list} onList={setList} />
      </View>
    </Page>
  )
}

type Props = { readonly list: AccountList; readonly onList: (list: AccountList) => void }

function Content({ list, onList }: Props) {
  const { mine, failed } = usePromoter()
  if (mine === null)
    return failed === null ? (
      <>
        <Skeleton rows={1} shape='hero' />
        <Skeleton rows={3} />
      </>
    ) : (
      <ErrorState {...failed} onRetry={openAccount} />
    )
  const { promoter, offer } = mine
  const inside = promoter !== null && (promoter.state === 'accepted' || promoter.state === 'banned')
  return (
    <>
      {failed !== null && <Text className='promoter__stale'>没刷新成功：{failed.sentence}</Text>}
      {inside ? (
        <Account mine={mine} promoter={promoter} list={list} onList={onList} />
      ) : (
        <Outsider offer={offer} promoter={promoter} />
      )}
    </>
  )
}
