import { PrimaryButton } from '@/ui/PrimaryButton'
import { toast } from '@/ui/toast'
import { confirmPayout } from './confirming'

type Props = { readonly no: string; readonly size: 's' | 'm' }

/** To WeChat's page on which the recipient confirms a transfer. */
export function ConfirmPayout({ no, size }: Props) {
  const confirm = async () => {
    const failed = await confirmPayout(no)
    if (failed !== null) toast(failed)
  }
  return (
    <PrimaryButton size={size} onTap={confirm}>
      去确认收款
    </PrimaryButton>
  )
}
