/** What a poster is made of, in the order in which it is drawn. Lengths are rpx of a poster 750 wide. */
export type Rect = { readonly x: number; readonly y: number; readonly w: number; readonly h: number }
export type Font = { readonly size: number; readonly weight: 400 | 600 | 700 }
export type Fill =
  | string
  /** From the top left to the bottom right corner. */
  | { readonly from: string; readonly to: string }

/** A picture of the poster by what it shows: `plate0`–`plate2` are the shop's own choice of dishes. */
export type Asset = 'picture' | 'avatar' | 'code' | `plate${0 | 1 | 2}`

export type Mark =
  | {
      readonly kind: 'box'
      readonly rect: Rect
      /** One radius, or one each for the upper and the lower two corners. */
      readonly radius: number | readonly [top: number, bottom: number]
      readonly fill: Fill
    }
  | {
      readonly kind: 'image'
      readonly asset: Asset
      /** Filled to its edges; what is too long or too wide of the picture is cut off evenly. */
      readonly rect: Rect
      readonly radius: number | readonly [top: number, bottom: number]
    }
  | {
      readonly kind: 'text'
      readonly text: string
      readonly x: number
      /** Of the baseline. */
      readonly y: number
      readonly font: Font
      readonly colour: string
      readonly align: 'left' | 'center' | 'right'
    }
  /** A box with a half-round bite out of its left and right side at `biteY`. */
  | {
      readonly kind: 'ticket'
      readonly rect: Rect
      readonly radius: number
      readonly biteY: number
      readonly bite: number
      readonly fill: Fill
      /** A soft shadow, where the ground is as light as the ticket. */
      readonly shadow: boolean
    }
  /** A dashed line across: where a ticket tears off. */
  | {
      readonly kind: 'tear'
      readonly x: number
      readonly y: number
      readonly w: number
      readonly colour: string
    }

export type Poster = { readonly width: number; readonly height: number; readonly marks: readonly Mark[] }

/** Width of a text in rpx. */
export type Measure = (text: string, font: Font) => number
