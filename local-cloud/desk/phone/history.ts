/**
 * A history of this phone's own. The browser keeps one history for all frames of a tab, so a step back on the left
 * phone could undo a step of the right one. Runs in the app's frame before its scripts: pushes become replacements of
 * the frame's only entry, and the entries live here.
 */
type Entry = { readonly state: unknown; readonly url: string }

function install(history: History): void {
  const replace = history.replaceState.bind(history)
  let entries: Entry[] = [{ state: history.state, url: location.href }]
  let at = 0
  const put = (state: unknown, url?: string | URL | null) => {
    replace(state, '', url)
    return { state, url: location.href }
  }
  const go = (delta = 0) => {
    if (delta === 0) return location.reload()
    setTimeout(() => {
      const entry = entries[at + delta]
      if (!entry) return
      at += delta
      replace(entry.state, '', entry.url)
      window.dispatchEvent(new PopStateEvent('popstate', { state: entry.state }))
    })
  }
  Object.assign(history, {
    pushState(state: unknown, _unused: string, url?: string | URL | null) {
      entries = [...entries.slice(0, at + 1), put(state, url)]
      at += 1
    },
    replaceState(state: unknown, _unused: string, url?: string | URL | null) {
      entries[at] = put(state, url)
    },
    go,
    back: () => go(-1),
    forward: () => go(1),
  })
}

install(window.history)
