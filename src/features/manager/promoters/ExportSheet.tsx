import { Picker, Text, View } from '@tarojs/components'
import { useState } from 'react'
import { shopDay } from '@shared/kernel/time'
import { cloudNow } from '@/platform/clock'
import { canSendFile, keepFile, sendFile } from '@/platform/file'
import { Field } from '@/ui/Field'
import { PrimaryButton } from '@/ui/PrimaryButton'
import { Sheet } from '@/ui/Sheet'
import { toast } from '@/ui/toast'
import { useLedgerExport, type Export } from './ledger-export'
import './ExportSheet.scss'

/** `2026-11` of the shop. */
const monthNow = (): string => {
  const day = shopDay(cloudNow())
  return `${day.slice(0, 4)}-${day.slice(4, 6)}`
}
const monthWords = (month: string): string => `${month.slice(0, 4)} 年 ${Number(month.slice(5))} 月`

/** A month of the ledger as a file for a spreadsheet. */
export function ExportSheet({ onClose }: { readonly onClose: () => void }) {
  const [month, setMonth] = useState(monthNow)
  const { state, run, reset } = useLedgerExport()
  return (
    <Sheet open title='导出账本' onClose={onClose} footer={<Foot month={month} state={state} run={run} />}>
      <Field label='月份'>
        <Picker
          mode='date'
          fields='month'
          value={month}
          end={monthNow()}
          aria-label='月份'
          onChange={(e) => {
            setMonth(String(e.detail.value).slice(0, 7))
            reset()
          }}
        >
          <View className='export-sheet__month'>{monthWords(month)}</View>
        </Picker>
      </Field>
      <View className='export-sheet'>
        <Text className='export-sheet__hint'>每一笔佣金、收回和提现各一行，可以用 Excel 或 WPS 打开。</Text>
        <Text className='export-sheet__state'>{stateWords(state)}</Text>
      </View>
    </Sheet>
  )
}

function stateWords(state: Export): string {
  switch (state.kind) {
    case 'idle':
      return ''
    case 'reading':
      return state.rows === 0 ? '正在读账本…' : `正在读账本，已有 ${state.rows} 笔…`
    case 'failed':
      return state.rows === 0
        ? state.sentence
        : `${state.sentence}。已读到的 ${state.rows} 笔还在，可以接着导`
    case 'ready':
      return state.rows === 0 ? '这个月没有流水' : `共 ${state.rows} 笔，文件做好了`
  }
}

type FootProps = {
  readonly month: string
  readonly state: Export
  readonly run: (month: string) => Promise<void>
}

function Foot({ month, state, run }: FootProps) {
  if (state.kind === 'ready' && state.rows > 0) return <Hand month={month} text={state.text} />
  return (
    <PrimaryButton
      size='l'
      busy={state.kind === 'reading'}
      disabled={state.kind === 'ready'}
      onTap={() => run(month.replace('-', ''))}
    >
      {state.kind === 'failed' && state.rows > 0 ? '接着导' : '生成文件'}
    </PrimaryButton>
  )
}

/** WeChat hands a file on only from a tap, so the file is made first and handed on by a tap of its own. */
function Hand({ month, text }: { readonly month: string; readonly text: string }) {
  const name = `推客账本-${month}.csv`
  const hand = () => {
    const file = keepFile(name, text)
    if (file === null) return toast('手机存不下这个文件，清理一下空间再试')
    if (!canSendFile) return toast('已开始下载')
    return sendFile(file, name).then((how) => {
      if (how === 'failed') toast('没有发出去，再试一次')
    })
  }
  return (
    <PrimaryButton size='l' onTap={hand}>
      {canSendFile ? '发到微信聊天' : '下载文件'}
    </PrimaryButton>
  )
}
