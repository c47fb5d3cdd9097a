/** Errors of the cloud: the wire's code, the number that `wx.cloud` and the SDK show, and WeChat's text for it. */
const CODES = {
  SYS_ERR: [-501001, 'resource system error'],
  INVALID_PARAM: [-501007, 'invalid parameters'],
  PERMISSION_DENIED: [-501023, 'permission denied'],
  FUNCTION_NOT_FOUND: [-501000, 'resource not found'],
  DATABASE_PERMISSION_DENIED: [-502003, 'database permission denied'],
  DATABASE_RESULT_TOO_LARGE: [-602001, 'database query result size exceed limit (1MB)'],
  STORAGE_REQUEST_FAIL: [-503001, 'storage request fail'],
  STORAGE_EXCEED_AUTHORITY: [-503002, 'storage permission denied'],
  STORAGE_FILE_NONEXIST: [-503003, 'storage file not exists'],
  STORAGE_SIGN_PARAM_INVALID: [-503004, 'storage invalid sign parameter'],
  FUNCTIONS_REQUEST_FAIL: [-504001, 'functions request fail'],
  FUNCTIONS_EXECUTE_FAIL: [-504002, 'functions execute fail'],
  FUNCTIONS_TIME_LIMIT_EXCEEDED: [-504003, ''],
  FUNCTIONS_RESULT_TOO_LARGE: [-604001, 'cloudfunction result size exceed limit (1MB)'],
} as const satisfies Record<string, readonly [number, string]>

export type CloudCode = keyof typeof CODES

/** A "no" of the cloud itself. Travels as `{code, message}` on the wire, as `{errCode, errMsg}` to a mini-program. */
export class CloudError extends Error {
  override readonly name = 'CloudError'
  constructor(
    readonly code: CloudCode,
    message: string,
  ) {
    super(message)
  }
  get errCode(): number {
    return CODES[this.code][0]
  }
}

/** As `wx.cloud.callFunction` fails: `{errCode, errMsg}`. `api` is the client's method, e.g. `cloud.callFunction`. */
export function clientFailure(api: string, error: unknown): { errCode: number; errMsg: string } {
  const known = error instanceof CloudError ? error : new CloudError('SYS_ERR', String(error))
  const text = CODES[known.code][1]
  const errMsg = `${api}:fail Error: errCode: ${known.errCode}${text && ` ${text}`} | errMsg: ${known.message}`
  return { errCode: known.errCode, errMsg }
}
