/** Errors as the real database words them. */

/** An error of the database, answered as `{code, message}`; never the fault of the machine it runs on. */
export class DatabaseError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message)
    this.name = 'DatabaseError'
  }
}

const TAIL = ' Please check your request, but if the problem persists, contact us.'

export const failed = (message: string): DatabaseError =>
  new DatabaseError('DATABASE_REQUEST_FAILED', message)

export const invalidParameter = (message: string): DatabaseError =>
  new DatabaseError('INVALID_PARAM', message)

/** An operator or stage that the real database has and this one hasn't, or that neither has. */
export const notSupported = (what: string): DatabaseError =>
  failed(`[FailedOperation] ${what} is not supported locally. See local-cloud/DIFFERENCES.md.`)

export const noCollection = (name: string): DatabaseError =>
  new DatabaseError(
    'DATABASE_COLLECTION_NOT_EXIST',
    `[ResourceNotFound] Db or Table not exist: ${name}.${TAIL}`,
  )

export const collectionExists = (name: string): DatabaseError =>
  new DatabaseError('DATABASE_COLLECTION_ALREADY_EXIST', `[ResourceExist] Table exist: ${name}.${TAIL}`)

export const duplicateKey = (collection: string, index: string, key: string): DatabaseError =>
  failed(
    `[FailedOperation.Insert] multiple write errors: [{write errors: [{E11000 duplicate key error collection: ` +
      `tnt-local.${collection} index: ${index} dup key: ${key}}]}, {<nil>}]`,
  )

/** A write that MongoDB refuses for what the document holds. */
export const writeError = (reason: string): DatabaseError =>
  failed(`[FailedOperation.Update] multiple write errors: [{write errors: [{${reason}}]}, {<nil>}]`)

export const transactionConflict = (): DatabaseError =>
  new DatabaseError(
    'DATABASE_TRANSACTION_CONFLICT',
    `[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others.${TAIL}`,
  )

export const transactionGone = (): DatabaseError =>
  new DatabaseError(
    'DATABASE_TRANSACTION_FAIL',
    '[ResourceUnavailable.TransactionNotExist] Transaction does not exist on the server, transaction must be ' +
      `commit or abort in 30 seconds.${TAIL}`,
  )

export const transactionBusy = (): DatabaseError =>
  new DatabaseError(
    'DATABASE_TRANSACTION_FAIL',
    `[ResourceUnavailable.TransactionBusy] Transaction is busy.${TAIL}`,
  )

export const transactionTooLong = (most: number): DatabaseError =>
  new DatabaseError(
    'DATABASE_TRANSACTION_FAIL',
    `[LimitExceeded.TransactionOperation] A transaction has at most ${most} operations.${TAIL}`,
  )

export const onlyDocuments = (): DatabaseError =>
  new DatabaseError(
    'DATABASE_TRANSACTION_FAIL',
    `[OperationDenied.Transaction] Only doc() and add() are allowed in a transaction.${TAIL}`,
  )

export const resultTooLarge = (): DatabaseError =>
  new DatabaseError(
    'WX_DATABASE_QUERY_SIZE_EXCEED_LIMIT',
    '-602001 database query result size exceed limit (1MB)',
  )

export type DataFileTrouble = 'newer' | 'corrupt' | 'foreign' | 'inUse' | 'unreadable'

/** The data file can't be used as it is. It has not been touched; `message` says what to do. */
export class DataFileError extends Error {
  constructor(
    readonly trouble: DataFileTrouble,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options)
    this.name = 'DataFileError'
  }
}
