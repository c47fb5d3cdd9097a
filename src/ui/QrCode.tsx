import { Image } from '@tarojs/components'
import qrcode from 'qrcode-generator'
import { useMemo } from 'react'

/** Pixels of a module: larger than it is ever shown, so that it stays sharp. Modules of white around it, as the norm asks. */
const MODULE_PX = 10
const QUIET = 4

type Props = {
  readonly text: string
  /** What it is, for who can't see it. */
  readonly label: string
  readonly className: string
}

/** A QR code as a picture. Level M: a scratched screen can still be read. */
export function QrCode({ text, label, className }: Props) {
  const src = useMemo(() => {
    const code = qrcode(0, 'M')
    code.addData(text)
    code.make()
    return code.createDataURL(MODULE_PX, MODULE_PX * QUIET)
  }, [text])
  return <Image className={className} src={src} mode='aspectFit' aria-label={label} />
}
