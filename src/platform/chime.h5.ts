import { twoTones } from './two-tones'

let audio: AudioContext | null = null

/** Rings for a new order. A browser stays silent until the page was tapped once; that is no error. */
export function chime(): void {
  if (typeof window.AudioContext !== 'function') return
  audio ??= new window.AudioContext()
  const { state } = audio
  if (state === 'running') return twoTones(audio)
  const asked = audio
  void asked.resume().then(() => twoTones(asked))
}
