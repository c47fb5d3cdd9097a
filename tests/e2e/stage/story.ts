/** A story that the browser plays: its name says what must come true. */
export type Story = { readonly name: string; play(): Promise<void> }
export type Outcome = { readonly name: string; readonly ms: number; readonly error: unknown }

/** Plays the stories one after the other, telling each outcome as it comes; a failed one doesn't stop the next. */
export async function playAll(
  stories: readonly Story[],
  tell: (line: string) => void,
): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = []
  for (const { name, play } of stories) {
    const from = performance.now()
    const error = await play().then(
      () => null,
      (e: unknown) => e ?? 'failed',
    )
    const ms = Math.round(performance.now() - from)
    outcomes.push({ name, ms, error })
    tell(`${error === null ? '✓' : '✗'} ${name} (${(ms / 1000).toFixed(1)} s)`)
    if (error !== null) tell(indent(error instanceof Error ? (error.stack ?? error.message) : String(error)))
  }
  return outcomes
}

const indent = (text: string) => text.replace(/^/gm, '    ')
