import { twoTones } from './two-tones'

type Audio = Parameters<typeof twoTones>[0]
let audio: Audio | null = null

/** Rings and shakes for a new order. Phones before library 2.19 only shake. */
export function chime(): void {
  void wx.vibrateLong()
  if (!wx.canIUse('createWebAudioContext')) return
  // of WeChat's context and the browser's, `Audio` names the part that both have
  audio ??= wx.createWebAudioContext() as unknown as Audio
  twoTones(audio)
}
