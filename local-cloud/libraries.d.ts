/** Libraries that ship no types; only what the local cloud uses of them. */
declare module 'pngjs' {
  export class PNG {
    constructor(options: { width: number; height: number })
    readonly width: number
    readonly height: number
    readonly data: Buffer
    static readonly sync: {
      read(buffer: Buffer): PNG
      write(png: PNG): Buffer
    }
  }
}
