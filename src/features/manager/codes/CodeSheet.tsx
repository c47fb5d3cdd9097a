import { Image, Input, Text, View } from '@tarojs/components'
import { useState } from 'react'
import { shopDateTime } from '@shared/kernel/time'
import type { ShopCodeView } from '@shared/referral/shop-codes-contract'
import { picture as shown } from '@/platform/picture'
import { useAlbum } from '@/platform/use-album'
import { cx } from '@/ui/cx'
import { Dialog } from '@/ui/Dialog'
import { PrimaryButton } from '@/ui/PrimaryButton'
import { Sheet } from '@/ui/Sheet'
import { toast } from '@/ui/toast'
import { CHANNEL_WORDS } from '../channel-words'
import { changeCode } from './store'
import { LABEL_MAX, targetWords } from './words'
import './CodeSheet.scss'

type Props = { readonly shopCode: ShopCodeView; readonly onClose: () => void }

/** One code: its picture to save, its name, and whether it is open. */
export function CodeSheet({ shopCode, onClose }: Props) {
  const { code, label, closedAt, picture } = shopCode
  const [closing, setClosing] = useState(false)
  const album = useAlbum()
  const turn = async (closed: boolean) => {
    setClosing(false)
    toast((await changeCode(code, label, closed)) ?? (closed ? '已关闭' : '已重新打开'))
  }
  const footer = (
    <PrimaryButton
      size='l'
      disabled={picture === null}
      onTap={() => album.save(picture === null ? [] : [picture], label)}
    >
      保存小程序码
    </PrimaryButton>
  )
  return (
    <>
      <Sheet open title={label} onClose={onClose} footer={footer}>
        <View className='code-sheet'>
          <Facts shopCode={shopCode} />
          <Rename key={label} shopCode={shopCode} />
          <View
            className='code-sheet__turn'
            onClick={() => (closedAt === null ? setClosing(true) : void turn(false))}
          >
            <Text>{closedAt === null ? '关闭这个码' : '重新打开'}</Text>
          </View>
        </View>
      </Sheet>
      <Closing open={closing} onTurn={() => turn(true)} onClose={() => setClosing(false)} />
      {album.guide}
    </>
  )
}

function Facts({ shopCode }: Pick<Props, 'shopCode'>) {
  const { channel, createdAt, closedAt, picture } = shopCode
  return (
    <>
      {picture !== null && (
        <Image
          className={cx('code-sheet__picture', closedAt !== null && 'code-sheet__picture--closed')}
          src={shown(picture)}
          mode='aspectFit'
          showMenuByLongpress
          aria-label='小程序码'
        />
      )}
      <Text className='code-sheet__note'>
        {CHANNEL_WORDS[channel]} · 打开到 {targetWords(shopCode)}
      </Text>
      <Text className='code-sheet__note'>
        {shopDateTime(createdAt).slice(0, 10)} 建
        {closedAt === null ? '' : ` · ${shopDateTime(closedAt).slice(0, 10)} 关闭，扫了只到首页，不再计数`}
      </Text>
    </>
  )
}

type ClosingProps = { readonly open: boolean; readonly onTurn: () => unknown; readonly onClose: () => void }

const Closing = ({ open, onTurn, onClose }: ClosingProps) => (
  <Dialog open={open} title='关闭这个码？' confirmText='关闭' onConfirm={onTurn} onCancel={onClose}>
    <Text>贴在外面的码还能扫，只会打开店铺首页，不再计数。之后可以重新打开。</Text>
  </Dialog>
)

function Rename({ shopCode: { code, label, closedAt } }: Pick<Props, 'shopCode'>) {
  const [typed, setTyped] = useState(label)
  const name = typed.trim()
  const rename = async () => toast((await changeCode(code, name, closedAt !== null)) ?? '已改名')
  return (
    <View className='code-sheet__rename'>
      <Input
        className='code-sheet__input'
        aria-label='名称'
        value={typed}
        maxlength={LABEL_MAX}
        placeholder='名称'
        onInput={(e) => setTyped(e.detail.value)}
      />
      <PrimaryButton size='s' tone='plain' disabled={name === '' || name === label} onTap={rename}>
        改名
      </PrimaryButton>
    </View>
  )
}
