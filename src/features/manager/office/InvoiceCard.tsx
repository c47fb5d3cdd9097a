import { Text, View } from '@tarojs/components'
import { shopDateTime } from '@shared/kernel/time'
import type { InvoiceView } from '@shared/manager/office-contract'
import { copyText } from '@/platform/clipboard'
import { Icon } from '@/ui/Icon'
import { Money } from '@/ui/Money'
import { PrimaryButton } from '@/ui/PrimaryButton'
import './InvoiceCard.scss'

type Props = { readonly view: InvoiceView; readonly onMark: (issued: boolean) => void }

/** One invoice as the owner copies it into the tax office's form. */
export function InvoiceCard({ view, onMark }: Props) {
  const { invoice, issuedAt } = view
  return (
    <View className='invoice-card'>
      <View className='invoice-card__head'>
        <Text className='invoice-card__kind'>{invoice.kind === 'company' ? '公司' : '个人'}</Text>
        <Text className='invoice-card__order'>
          取餐号 {view.pickupCode} · {shopDateTime(view.paidAt).slice(0, 10)}
        </Text>
        <Money fen={view.amountFen} />
      </View>
      <Copied label='抬头' text={invoice.title} />
      {invoice.taxNo !== '' && <Copied label='税号' text={invoice.taxNo} />}
      <Copied label='邮箱' text={invoice.email} />
      <View className='invoice-card__foot'>
        <Text className='invoice-card__when'>
          {issuedAt === null
            ? `${shopDateTime(view.askedAt).slice(5)} 申请`
            : `${shopDateTime(issuedAt).slice(5)} 已开`}
        </Text>
        <PrimaryButton
          size='s'
          tone={issuedAt === null ? 'accent' : 'plain'}
          onTap={() => onMark(issuedAt === null)}
        >
          {issuedAt === null ? '标记已开' : '撤销标记'}
        </PrimaryButton>
      </View>
    </View>
  )
}

function Copied({ label, text }: { readonly label: string; readonly text: string }) {
  return (
    <View className='invoice-card__row' aria-label={`复制${label}`} onClick={() => void copyText(text)}>
      <Text className='invoice-card__label'>{label}</Text>
      <Text className='invoice-card__text'>{text}</Text>
      <Icon className='invoice-card__copy' name='copy' size='s' />
    </View>
  )
}
