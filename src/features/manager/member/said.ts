import { toast } from '@/ui/toast'

/** Says what came of a deed: `words` why not, null that it is done; then `onDone` runs. */
export async function said(deed: Promise<string | null>, done: string, onDone: () => void): Promise<void> {
  const words = await deed
  toast(words ?? done)
  if (words === null) onDone()
}
