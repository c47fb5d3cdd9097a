/** A phone with its body, in pixels of the page. */
const PHONE = { width: 414, height: 868, holder: 48, gap: 28 }

/** Scales the phones so that they fit their place, never above their own size. */
export function fitPhones(place: HTMLElement): void {
  const fit = () => {
    const shown = [...place.children].filter(
      (c) => c instanceof HTMLElement && c.offsetParent !== null,
    ).length
    if (shown === 0) return
    const wide = (place.clientWidth - PHONE.gap * (shown - 1)) / (PHONE.width * shown)
    const high = (place.clientHeight - PHONE.holder) / PHONE.height
    place.style.setProperty('--scale', String(Math.max(0.4, Math.min(1, wide, high))))
  }
  new ResizeObserver(fit).observe(place)
  fit()
}
