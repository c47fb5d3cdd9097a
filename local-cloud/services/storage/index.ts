import { createHmac, timingSafeEqual } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { SECOND_MS } from '@shared/kernel/time'
import { CloudError } from '../../wire/cloud-error'
import type { Clock } from '../clock/clock'
import { ENV_ID } from '../functions/environment'

export const MAX_FILE_BYTES = 50 * 1024 * 1024
export const MAX_FILES_PER_CALL = 50
export const MAX_PATH_BYTES = 850
/** Seconds that a temporary URL lives unless `maxAge` says otherwise. */
export const DEFAULT_URL_SECONDS = 2 * 60 * 60
const FILE_ID_PREFIX = `cloud://${ENV_ID}.6c6f-${ENV_ID}/`

export type StoredFile = { readonly bytes: Buffer; readonly contentType: string }
export type Storage = {
  /** Durable when it resolves. Answers the file id. Throws CloudError for a path the cloud wouldn't take. */
  put(filePath: string, bytes: Uint8Array, contentType?: string): Promise<string>
  read(filePath: string): StoredFile | null
  remove(fileId: string): boolean
  /** Path of a file id of this environment; null for any other text. */
  pathOf(fileId: string): string | null
  /** What a function needs for a raw PUT to `/cos/<path>`. */
  uploadMetadata(filePath: string): Readonly<Record<string, string>>
  /** Whether `authorization` was given for this path. */
  mayUpload(filePath: string, authorization: string): boolean
  /** A link that anybody may open until it expires; characters stay raw, as the SDK encodes it itself. */
  temporaryUrl(filePath: string, maxAgeSeconds?: number): string
  mayRead(filePath: string, query: URLSearchParams): boolean
}

/** Cloud storage as files in a folder, or in memory when `folder` is null. */
export const openStorage = (options: StorageOptions): Storage => new FileStorage(options)

export type StorageOptions = {
  readonly folder: string | null
  readonly baseUrl: () => string
  readonly clock: Clock
  /** Signs uploads and links; kept with the data so that links survive a restart. */
  readonly secret: string
}

class FileStorage implements Storage {
  private readonly memory = new Map<string, Buffer>()
  readonly pathOf = pathOf

  constructor(private readonly options: StorageOptions) {}

  async put(filePath: string, bytes: Uint8Array): Promise<string> {
    checkPath(filePath)
    if (bytes.byteLength > MAX_FILE_BYTES) {
      throw new CloudError('STORAGE_REQUEST_FAIL', 'EntityTooLarge: file exceeds 50 MB')
    }
    const { folder } = this.options
    if (folder === null) this.memory.set(filePath, Buffer.from(bytes))
    else writeDurably(path.join(folder, filePath), bytes)
    return FILE_ID_PREFIX + filePath
  }
  read(filePath: string): StoredFile | null {
    if (!isSafe(filePath)) return null
    const { folder } = this.options
    const bytes = folder === null ? this.memory.get(filePath) : readOrNull(path.join(folder, filePath))
    return bytes ? { bytes, contentType: contentTypeOf(filePath) } : null
  }
  remove(fileId: string): boolean {
    const filePath = pathOf(fileId)
    if (filePath === null || !this.read(filePath)) return false
    const { folder } = this.options
    if (folder === null) return this.memory.delete(filePath)
    fs.unlinkSync(path.join(folder, filePath))
    return true
  }
  uploadMetadata(filePath: string): Readonly<Record<string, string>> {
    checkPath(filePath)
    return {
      url: `${this.options.baseUrl()}/cos/${encodeURI(filePath)}`,
      token: 'local',
      authorization: this.sign(`put:${filePath}`),
      fileId: FILE_ID_PREFIX + filePath,
      cosFileId: this.sign(`file:${filePath}`),
    }
  }
  mayUpload(filePath: string, authorization: string): boolean {
    return this.isSigned(`put:${filePath}`, authorization)
  }
  temporaryUrl(filePath: string, maxAgeSeconds = DEFAULT_URL_SECONDS): string {
    const expires = Math.floor(this.options.clock.now() / SECOND_MS) + maxAgeSeconds
    const sign = this.sign(`get:${filePath}:${expires}`)
    return `${this.options.baseUrl()}/files/${filePath}?sign=${sign}&t=${expires}`
  }
  mayRead(filePath: string, query: URLSearchParams): boolean {
    const expires = Number(query.get('t'))
    const isOurs = this.isSigned(`get:${filePath}:${expires}`, query.get('sign') ?? '')
    return isOurs && expires * SECOND_MS >= this.options.clock.now()
  }

  private sign(text: string): string {
    return createHmac('sha256', this.options.secret).update(text).digest('hex').slice(0, 32)
  }
  private isSigned(text: string, given: string): boolean {
    const right = this.sign(text)
    return given.length === right.length && timingSafeEqual(Buffer.from(given), Buffer.from(right))
  }
}

function pathOf(fileId: string): string | null {
  const filePath = fileId.startsWith(FILE_ID_PREFIX) ? fileId.slice(FILE_ID_PREFIX.length) : ''
  return isSafe(filePath) ? filePath : null
}
const isSafe = (filePath: string) =>
  filePath !== '' &&
  !/[\0\\?#%]|[\x01-\x1f]/.test(filePath) &&
  filePath.split('/').every((part) => !/^(\.{0,2})$/.test(part))

function checkPath(filePath: string): void {
  if (!isSafe(filePath) || Buffer.byteLength(filePath) > MAX_PATH_BYTES) {
    throw new CloudError('STORAGE_SIGN_PARAM_INVALID', `invalid cloudPath: ${filePath.slice(0, 100)}`)
  }
}

function writeDurably(file: string, bytes: Uint8Array): void {
  fs.mkdirSync(path.dirname(file), { recursive: true })
  const part = `${file}.part`
  const handle = fs.openSync(part, 'w')
  try {
    fs.writeSync(handle, bytes)
    fs.fsyncSync(handle)
  } finally {
    fs.closeSync(handle)
  }
  fs.renameSync(part, file)
}

function readOrNull(file: string): Buffer | null {
  try {
    return fs.readFileSync(file)
  } catch {
    return null
  }
}

const TYPES: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  gif: 'image/gif',
  svg: 'image/svg+xml',
  json: 'application/json',
  txt: 'text/plain; charset=utf-8',
}
const contentTypeOf = (filePath: string) =>
  TYPES[path.extname(filePath).slice(1).toLowerCase()] ?? 'application/octet-stream'
