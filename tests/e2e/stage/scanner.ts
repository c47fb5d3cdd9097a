import type { Phone } from './phone'

/** A picture that the cloud keeps, as the phone would load it. */
async function pictureOf(phone: Phone, fileId: string): Promise<Buffer> {
  const bytes = await phone.app.locator('body').evaluate(async (_body, id: string) => {
    const file = await fetch(`/files/${id.replace(/^cloud:\/\/[^/]+\//, '')}`)
    return Array.from(new Uint8Array(await file.arrayBuffer()))
  }, fileId)
  return Buffer.from(bytes)
}

/** Leaves the app and scans a code that was drawn by the cloud, from its picture. */
export async function scanPicture(phone: Phone, fileId: string | null): Promise<void> {
  const buffer = await pictureOf(phone, fileId ?? '')
  await phone.wechat.getByLabel('收起').click()
  await phone.wechat.getByRole('button', { name: '扫一扫' }).click()
  await phone.wechat
    .locator('input[type=file]')
    .setInputFiles({ name: 'code.png', mimeType: 'image/png', buffer })
}
