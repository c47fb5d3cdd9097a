/** Public face of the cart room. */
export { CartBar } from './CartBar'
export { countOf, keyOf, MOST_OF_A_LINE } from './lines'
export { asideWords, missingNames, priceCart, type PricedCart, type Row } from './priced'
export { addLine, addLines, checkedOut, clearCart, setQty, useCart, wasLeft } from './store'
export { useMissing, usePricedCart } from './use-priced-cart'
