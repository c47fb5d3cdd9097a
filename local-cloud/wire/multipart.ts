/** Fields of a `multipart/form-data` body as raw bytes. Enough for what the SDK sends: no nesting, no encodings. */
export function multipartFields(body: Buffer, contentType: string): Map<string, Buffer> {
  const boundary = /boundary=(?:"([^"]+)"|([^;]+))/.exec(contentType)
  const fields = new Map<string, Buffer>()
  const mark = boundary?.[1] ?? boundary?.[2]
  if (mark === undefined) return fields
  const delimiter = Buffer.from(`--${mark}`)
  let at = body.indexOf(delimiter)
  while (at >= 0) {
    const start = at + delimiter.length + 2
    const end = body.indexOf(delimiter, start)
    if (end < 0) break
    const headEnd = body.indexOf('\r\n\r\n', start)
    const name = /name="([^"]+)"/.exec(body.toString('latin1', start, headEnd))?.[1]
    if (name !== undefined) fields.set(name, body.subarray(headEnd + 4, end - 2))
    at = end
  }
  return fields
}
