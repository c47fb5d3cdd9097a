import { CloudError } from '../../wire/cloud-error'
import type { Meter } from '../meter/meter'
import { MAX_FILES_PER_CALL, type Storage } from './index'

type Params = Readonly<Record<string, unknown>>

/** The `storage.*` actions of the wire, in the SDK's shapes. */
export const storageActions = (storage: Storage, meter: Meter) => ({
  'storage.getUploadMetadata': (params: Params) => storage.uploadMetadata(String(params['path'] ?? '')),
  'storage.batchGetDownloadUrl': (params: Params, by: string) => ({
    download_list: list(params['file_list']).map((entry) => {
      const { fileid = '', max_age: maxAge } = entry as { fileid?: string; max_age?: number }
      const filePath = storage.pathOf(fileid)
      if (filePath === null || !storage.read(filePath)) {
        return { code: 'STORAGE_FILE_NONEXIST', fileid, fileID: fileid, tempFileURL: '' }
      }
      meter.count('fileTransfers', by)
      const tempFileURL = storage.temporaryUrl(filePath, maxAge)
      return { code: 'SUCCESS', fileid, fileID: fileid, tempFileURL, download_url: tempFileURL, maxAge }
    }),
  }),
  'storage.batchDeleteFile': (params: Params) => ({
    delete_list: list(params['fileid_list']).map((fileID) => ({
      fileID,
      code: storage.remove(String(fileID)) ? 'SUCCESS' : 'STORAGE_FILE_NONEXIST',
    })),
  }),
})

function list(value: unknown): readonly unknown[] {
  if (!Array.isArray(value) || value.length === 0)
    throw new CloudError('INVALID_PARAM', 'the list of files is empty')
  if (value.length > MAX_FILES_PER_CALL) {
    throw new CloudError('INVALID_PARAM', `at most ${MAX_FILES_PER_CALL} files in one call`)
  }
  return value
}
