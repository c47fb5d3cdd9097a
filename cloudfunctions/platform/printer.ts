import type { Log } from './log'

/** A kitchen or counter ticket, laid out as plain text; lines of at most 32 Latin or 16 Chinese characters fit 58 mm paper. */
export type Ticket = { readonly storeId: string; readonly orderId: string; readonly text: string }
/** `printed: false`: no paper came out. The counter shows the text, so that nothing is made from memory. */
export type Printed = { readonly printed: true } | { readonly printed: false; readonly text: string }

/**
 * Where tickets go. Another implementation takes its place in `createInstance`, nothing else changes:
 *
 * - A **cloud printer** (ESC/POS behind the maker's HTTPS API, as 飞鹅 and 易联云 offer): keep the printer's number for each
 *   store in `settings/shop`, the account's key in the function's environment; sign and post the text with the order id
 *   as the maker's idempotency key, since a ticket is asked for again after a timeout. "Taken by the maker's server" is
 *   `printed: true`; offline, out of paper or no answer is `printed: false` with the text.
 * - A **Bluetooth printer** hangs on the counter's phone, which the cloud can't reach: it stays with `textPrinter`, and
 *   the counter's page sends the text it gets to the printer itself (`wx.writeBLECharacteristicValue`, GBK, 20 bytes a time).
 */
export type Printer = { print(ticket: Ticket): Promise<Printed> }

/** No printer: hands the text back for the counter's screen. Keeps nothing. */
export const textPrinter = (log: Log): Printer => ({
  async print({ storeId, orderId, text }) {
    log('info', 'printer.shown', { storeId, orderId })
    return { printed: false, text }
  },
})
