/** What the real database allows. Sources: CloudBase's documentation, WeChat's fact sheet, and reports from practice. */
export const limits = {
  /** Documents that `get()` answers when no limit is given. */
  getDefault: 100,
  /** The most that `get()` answers, whatever limit is asked for. */
  getMost: 1000,
  /** Rows of an aggregate whose pipeline has no `$limit` (from practice; the documentation is silent). */
  aggregateDefault: 20,
  /** Text of one answer; beyond it −602001. */
  resultBytes: 1024 * 1024,
  /** MongoDB's own limit on one document. */
  documentBytes: 16 * 1024 * 1024,
  /** From the start of a transaction to its commit. */
  transactionMs: 30_000,
  transactionOperations: 100,
  /** How long a plain write waits for a document locked by a transaction: the SDK gives up after this itself. */
  lockWaitMs: 15_000,
  /** Values of `$in` combined over an index's fields; beyond it the planner takes fewer fields. */
  indexRanges: 1000,
} as const
