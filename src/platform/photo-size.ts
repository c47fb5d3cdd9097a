/** A poster's width on the largest phones, px; more is paid for and never seen. */
export const LONG_SIDE = 1280
/** Of JPEG, 0 to 1: below it flat colours show blocks. */
export const QUALITY = 0.82
