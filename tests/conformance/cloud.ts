/** The part of wx-server-sdk that the suite uses. */
export type Cloud = { database(options?: { throwOnNotFound?: boolean }): object }
