import { create } from 'zustand'

/** Whether the sheet of slots is open: its card opens it, and so does the bar at the bottom. */
const useSheet = create<{ readonly open: boolean }>(() => ({ open: false }))

export const useAsksSlot = (): boolean => useSheet((s) => s.open)
export const askSlot = (open: boolean): void => useSheet.setState({ open })
