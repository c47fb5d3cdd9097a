import sharp from 'sharp'
import { picturePath } from '../files'
import { welcomeBanner } from './banner'
import { bitesArt } from './bites'
import { bowlsArt } from './bowls'
import { cakeArt } from './cake'
import { chilledArt } from './chilled'
import { coffeeArt } from './coffee'
import { doughArt } from './dough'
import { fruitArt } from './fruit'
import { milkArt } from './milk'
import { pastryArt } from './pastry'
import { teaArt } from './tea'
import { peopleArt } from './people'

const products: Readonly<Record<string, string>> = {
  ...coffeeArt,
  ...teaArt,
  ...milkArt,
  ...fruitArt,
  ...chilledArt,
  ...doughArt,
  ...bitesArt,
  ...bowlsArt,
  ...pastryArt,
  ...cakeArt,
}

/** Every picture of the demo shop as SVG: products by id, `banner-welcome`, `logo`, `avatar-default`, `avatar-<person>`. */
export const drawings: Readonly<Record<string, string>> = {
  ...products,
  ...peopleArt,
  'banner-welcome': welcomeBanner,
}

/** Portraits are shown small; everything else keeps the size it is drawn at. */
const PORTRAIT_PX = 240

export type Picture = { readonly path: string; readonly bytes: Uint8Array }

async function rasterise([name, svg]: readonly [string, string]): Promise<Picture> {
  const drawn = sharp(Buffer.from(svg))
  const sized = name in peopleArt ? drawn.resize(PORTRAIT_PX) : drawn
  return { path: picturePath(name), bytes: await sized.webp({ quality: 74, effort: 3 }).toBuffer() }
}

/** All drawings as small WebP files: products 480 px, portraits 240 px, the banner 1053 × 420. */
export const drawPictures = (): Promise<Picture[]> => Promise.all(Object.entries(drawings).map(rasterise))
