/** What both WebAudio contexts (the browser's and WeChat's) have in common. */
type Audio = {
  readonly currentTime: number
  readonly destination: unknown
  createOscillator(): {
    frequency: { value: number }
    connect(to: unknown): unknown
    start(at: number): void
    stop(at: number): void
  }
  createGain(): {
    gain: {
      setValueAtTime(v: number, at: number): unknown
      linearRampToValueAtTime(v: number, at: number): unknown
    }
    connect(to: unknown): unknown
  }
}

const TONES = [
  { hz: 880, fromS: 0 },
  { hz: 1318, fromS: 0.22 },
] as const
const LENGTH_S = 0.35

/** A door bell: two falling-off tones. No sound file has to be shipped. */
export function twoTones(audio: Audio): void {
  for (const { hz, fromS } of TONES) {
    const at = audio.currentTime + fromS
    const tone = audio.createOscillator()
    const volume = audio.createGain()
    tone.frequency.value = hz
    volume.gain.setValueAtTime(0.35, at)
    volume.gain.linearRampToValueAtTime(0, at + LENGTH_S)
    tone.connect(volume)
    volume.connect(audio.destination)
    tone.start(at)
    tone.stop(at + LENGTH_S)
  }
}
