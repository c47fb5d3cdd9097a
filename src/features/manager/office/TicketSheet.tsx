import { Text } from '@tarojs/components'
import { useCallback, useEffect, useState } from 'react'
import type { BoardOrder } from '@shared/manager/contract'
import { MANAGER_SENTENCES } from '@shared/manager/sentences'
import { copyText } from '@/platform/clipboard'
import { sentence } from '@/platform/refusals'
import { ErrorState } from '@/ui/ErrorState'
import { PrimaryButton } from '@/ui/PrimaryButton'
import { Sheet } from '@/ui/Sheet'
import { Skeleton } from '@/ui/Skeleton'
import { api } from './api'
import './TicketSheet.scss'

type Props = { readonly order: BoardOrder; readonly onClose: () => void }
type Ticket =
  | { readonly is: 'asked' }
  | { readonly is: 'here'; readonly text: string; readonly printed: boolean }
  | { readonly is: 'failed'; readonly sentence: string; readonly requestId: string }

async function ticketOf(storeId: string, orderId: string): Promise<Ticket> {
  const answer = await api.ticket(storeId, orderId)
  if (answer.ok) return { is: 'here', ...answer.data }
  return { is: 'failed', sentence: sentence(answer, MANAGER_SENTENCES), requestId: answer.requestId }
}

/** The ticket of an order: on paper where the shop has a printer, here in any case. Opening it prints. */
export function TicketSheet({ order, onClose }: Props) {
  const { id, storeId } = order
  const [ticket, setTicket] = useState<Ticket>({ is: 'asked' })
  const ask = useCallback(async () => {
    setTicket({ is: 'asked' })
    setTicket(await ticketOf(storeId, id))
  }, [storeId, id])
  useEffect(() => void ask(), [ask])
  const copy =
    ticket.is === 'here' ? (
      <PrimaryButton tone='plain' onTap={() => copyText(ticket.text)}>
        复制文字
      </PrimaryButton>
    ) : undefined
  return (
    <Sheet open title={`小票 ${order.pickupCode}`} onClose={onClose} footer={copy}>
      {ticket.is === 'asked' && <Skeleton rows={4} />}
      {ticket.is === 'failed' && <ErrorState {...ticket} onRetry={ask} />}
      {ticket.is === 'here' && (
        <>
          <Text className='ticket-sheet__note'>
            {ticket.printed ? '已发到打印机' : '还没有接打印机，可以看着这里做'}
          </Text>
          <Text className='ticket-sheet__paper' selectable>
            {ticket.text}
          </Text>
        </>
      )}
    </Sheet>
  )
}
