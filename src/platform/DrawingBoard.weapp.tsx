import { Canvas } from '@tarojs/components'

type Props = { readonly id: string }

/** Beside the screen: what is drawn is shown as a picture. `openEasel` gives it its pixels. */
const BESIDE = 'position:fixed;left:-9999px;top:0;width:100px;height:100px'

/** WeChat exports only a canvas that stands on a page: `openEasel` takes it by this id. */
export function DrawingBoard({ id }: Props) {
  return <Canvas type='2d' id={id} style={BESIDE} />
}
