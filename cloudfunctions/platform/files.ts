import { deleteFiles, uploadFile } from './sdk'

export type Files = {
  /** Deletes a file of cloud storage. A failure is logged and otherwise without effect: nothing refers to it any more. */
  remove(fileId: string): Promise<void>
  /** Writes a file at this path, over what may lie there; answers its file id. */
  put(path: string, content: Buffer): Promise<string>
}

export function cloudFiles(onFailure: (error: unknown, fileId: string) => void): Files {
  return {
    async remove(fileId) {
      await deleteFiles([fileId]).catch((error: unknown) => onFailure(error, fileId))
    },
    put: uploadFile,
  }
}
