import { useEffect, useRef, useState } from 'react'
import { sentence } from '@/platform/refusals'
import { api } from './api'

/** How far a month's ledger has come. Rows are its entries; `text` is all of it. */
export type Export =
  | { readonly kind: 'idle' }
  | { readonly kind: 'reading'; readonly rows: number }
  | { readonly kind: 'failed'; readonly rows: number; readonly sentence: string }
  | { readonly kind: 'ready'; readonly rows: number; readonly text: string }

type Come = {
  readonly month: string
  readonly text: string
  readonly rows: number
  readonly after: string | null
}
const ROW_END = /\r\n/g

/**
 * Reads the ledger of a month (`YYYYMM`) page by page. What came before a failure is kept: going on asks for the rest.
 * Another month, or leaving, ends what is under way.
 */
export function useLedgerExport() {
  const [state, setState] = useState<Export>({ kind: 'idle' })
  const come = useRef<Come | null>(null)
  const turn = useRef(0)
  useEffect(() => () => void turn.current++, [])

  const reset = () => {
    turn.current++
    come.current = null
    setState({ kind: 'idle' })
  }
  const run = async (month: string): Promise<void> => {
    const mine = ++turn.current
    let so: Come = come.current?.month === month ? come.current : { month, text: '', rows: 0, after: null }
    for (;;) {
      setState({ kind: 'reading', rows: so.rows })
      const answer = await api.exportLedger(month, so.after)
      if (mine !== turn.current) return
      if (!answer.ok) return setState({ kind: 'failed', rows: so.rows, sentence: sentence(answer) })
      const { csv, next } = answer.data
      const head = so.after === null ? 1 : 0
      const rows = so.rows + (csv.match(ROW_END)?.length ?? 0) - head
      so = { month, text: so.text + csv, rows, after: next }
      come.current = next === null ? null : so
      if (next === null) return setState({ kind: 'ready', rows, text: so.text })
    }
  }
  return { state, run, reset }
}
