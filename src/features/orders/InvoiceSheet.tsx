import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { Invoice } from '@shared/orders/contract'
import { ORDER_SENTENCES } from '@shared/orders/sentences'
import { chooseInvoiceTitle } from '@/platform/choose'
import { Chip } from '@/ui/Chip'
import { Icon } from '@/ui/Icon'
import { PrimaryButton } from '@/ui/PrimaryButton'
import { Sheet } from '@/ui/Sheet'
import { TextRow } from '@/ui/TextRow'
import { toast } from '@/ui/toast'
import { askInvoice, type InvoiceDraft, type InvoiceFault } from './order'
import './InvoiceSheet.scss'

const BLANK: InvoiceDraft = { kind: 'person', title: '', taxNo: '', email: '' }
const TAX_NO = /^[0-9A-Z]{15,20}$/
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/

/** What the phone itself can tell; the cloud looks again. */
function faultOf({ kind, title, taxNo, email }: InvoiceDraft): InvoiceFault | null {
  if (title.trim() === '') return { field: 'title', sentence: '请填写发票抬头' }
  if (kind === 'company' && taxNo === '') return { field: 'taxNo', sentence: ORDER_SENTENCES.TAX_NO_NEEDED }
  if (kind === 'company' && !TAX_NO.test(taxNo))
    return { field: 'taxNo', sentence: '税号是 15 到 20 位数字或大写字母' }
  if (!EMAIL.test(email.trim())) return { field: 'email', sentence: '请填写收发票的邮箱' }
  return null
}

type Props = { readonly invoice: Invoice | null; readonly onClose: () => void }

/** 开发票: personal or for a company, typed or from WeChat's titles. Sent again it replaces what was there. */
export function InvoiceSheet({ invoice, onClose }: Props) {
  const [draft, setDraft] = useState<InvoiceDraft>(invoice ?? BLANK)
  const [fault, setFault] = useState<InvoiceFault | null>(null)
  const change = (part: Partial<InvoiceDraft>) => {
    setDraft((was) => ({ ...was, ...part }))
    setFault(null)
  }
  const send = async () => {
    const clean = {
      ...draft,
      title: draft.title.trim(),
      email: draft.email.trim(),
      taxNo: draft.kind === 'company' ? draft.taxNo.trim().toUpperCase() : '',
    }
    const wrong = faultOf(clean) ?? (await askInvoice(clean))
    setFault(wrong)
    if (wrong !== null) return
    toast('已登记，开好会发到邮箱')
    onClose()
  }
  return (
    <Sheet open title='开发票' onClose={onClose} footer={<Send fault={fault} onSend={send} />}>
      <View className='invoice-sheet'>
        <View className='invoice-sheet__kinds'>
          <Chip label='个人' on={draft.kind === 'person'} onTap={() => change({ kind: 'person' })} />
          <Chip label='公司' on={draft.kind === 'company'} onTap={() => change({ kind: 'company' })} />
        </View>
        <FromWeChat onChosen={change} />
        <Rows draft={draft} fault={fault} onChange={change} />
      </View>
    </Sheet>
  )
}

function Send({
  fault,
  onSend,
}: {
  readonly fault: InvoiceFault | null
  readonly onSend: () => Promise<void>
}) {
  return (
    <>
      {fault?.field === 'all' && <Text className='invoice-sheet__wrong'>{fault.sentence}</Text>}
      <PrimaryButton size='l' onTap={onSend}>
        提交
      </PrimaryButton>
    </>
  )
}

type Change = (part: Partial<InvoiceDraft>) => void

function FromWeChat({ onChosen }: { readonly onChosen: Change }) {
  const choose = async () => {
    const choice = await chooseInvoiceTitle()
    if (choice.kind === 'chosen')
      onChosen({ kind: choice.buyer, title: choice.title.slice(0, 100), taxNo: choice.taxNo })
    else if (choice.kind === 'unavailable') toast('微信抬头暂时打不开，请手动填写')
    else if (choice.forGood) toast('没有读取发票抬头的权限，请手动填写')
  }
  return (
    <View className='invoice-sheet__import' onClick={() => void choose()}>
      <Icon name='note' size='s' />
      <Text>从微信发票抬头里选</Text>
    </View>
  )
}

type RowsProps = {
  readonly draft: InvoiceDraft
  readonly fault: InvoiceFault | null
  readonly onChange: Change
}

function Rows({ draft, fault, onChange }: RowsProps) {
  const errorAt = (field: InvoiceFault['field']) => (fault?.field === field ? fault.sentence : undefined)
  return (
    <>
      <TextRow
        label='抬头'
        value={draft.title}
        max={100}
        placeholder={draft.kind === 'company' ? '公司名称' : '姓名'}
        error={errorAt('title')}
        onInput={(title) => onChange({ title })}
      />
      {draft.kind === 'company' && (
        <TextRow
          label='税号'
          value={draft.taxNo}
          max={20}
          placeholder='统一社会信用代码'
          error={errorAt('taxNo')}
          onInput={(taxNo) => onChange({ taxNo })}
        />
      )}
      <TextRow
        label='邮箱'
        value={draft.email}
        max={100}
        placeholder='电子发票发到这里'
        error={errorAt('email')}
        onInput={(email) => onChange({ email })}
      />
    </>
  )
}
