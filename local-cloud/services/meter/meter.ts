/** What the basic plan bills as one call each, and apart what it doesn't. */
const BILLED = ['functionCalls', 'databaseReads', 'databaseWrites', 'fileTransfers'] as const
const APART = ['transactions', 'openapi', 'pay'] as const
export type CallKind = (typeof BILLED)[number] | (typeof APART)[number]
export type Counts = Readonly<Record<CallKind, number>>
export type Calls = Counts & {
  /** functionCalls + databaseReads + databaseWrites + fileTransfers. */
  readonly billed: number
  /** The same kinds by the function that caused them; `client` is the phone itself. */
  readonly byFunction: Readonly<Record<string, Counts>>
}
export type Meter = {
  count(kind: CallKind, by: string): void
  read(): Calls
  reset(): void
}

/** Which kind a wire action is; null when it is counted elsewhere or free. */
export function kindOf(action: string): CallKind | null {
  switch (action) {
    case 'database.getDocument':
    case 'database.calculateDocument':
    case 'database.aggregateDocuments':
      return 'databaseReads'
    case 'database.insertDocument':
    case 'database.modifyDocument':
    case 'database.modifyAndReturnDoc':
    case 'database.removeDocument':
    case 'database.addCollection':
      return 'databaseWrites'
    case 'database.startTransaction':
    case 'database.commitTransaction':
    case 'database.abortTransaction':
      return 'transactions'
    default:
      return null
  }
}

/** Counts calls as the plan does. In memory: a restart begins at zero. */
export function createMeter(): Meter {
  let by = new Map<string, Record<CallKind, number>>()
  return {
    count(kind, who) {
      let counts = by.get(who)
      if (!counts) by.set(who, (counts = nothing()))
      counts[kind]++
    },
    read() {
      const total = nothing()
      for (const counts of by.values()) for (const kind of [...BILLED, ...APART]) total[kind] += counts[kind]
      const byFunction = Object.fromEntries([...by].map(([who, counts]) => [who, { ...counts }]))
      return { ...total, billed: BILLED.reduce((sum, kind) => sum + total[kind], 0), byFunction }
    },
    reset: () => void (by = new Map()),
  }
}

const nothing = (): Record<CallKind, number> => ({
  functionCalls: 0,
  databaseReads: 0,
  databaseWrites: 0,
  fileTransfers: 0,
  transactions: 0,
  openapi: 0,
  pay: 0,
})
