/** What the cloud allows a function. Sources: WeChat's cloud development manual, Tencent SCF quotas. */
export const MAX_INSTANCES = 8
export const DEFAULT_TIMEOUT_SECONDS = 3
export const MAX_TIMEOUT_SECONDS = 60
export const DEFAULT_MEMORY_MB = 256
export const MIN_MEMORY_MB = 64
export const MAX_MEMORY_MB = 3072
/** Event and response of one invocation, as SCF counts them. */
export const MAX_EVENT_BYTES = 6 * 1024 * 1024
export const MAX_RESPONSE_BYTES = 6 * 1024 * 1024
/** What passes through WeChat to the mini-program. */
export const MAX_CLIENT_RESULT_BYTES = 1024 * 1024
