import type { AnyAction, InputOf } from '@shared/kernel/action'
import type { Reply } from '@shared/kernel/reply'
import type { Instant } from '@shared/kernel/time'
import type { Payment } from '@shared/orders/contract'
import type { Confirmation } from '@shared/promoters/contract'
import type { ConsentAnswer } from '@shared/wechat/bridge'

/**
 * What the app needs of the world around it, once for WeChat (`x.weapp.ts`) and once for the browser (`x.h5.ts`).
 * The bundler picks by suffix; `x.ts` stands in for type checkers and tests.
 */
export type Platform = {
  /**
   * Calls an action of the cloud. Never rejects. OFFLINE means that it is not known whether the call arrived:
   * repeat only what is idempotent.
   */
  call<A extends AnyAction>(action: A['name'], input: InputOf<A>): Promise<Answer<A>>
  /** Sends a local picture to the cloud's storage under `folder`; answers its `cloud://` id, or null when it failed. */
  upload(local: string, folder: string): Promise<string | null>
  /** A URL that `<Image>` can show for a file id, a URL, or '' (which stays ''). */
  picture(fileId: string): string
  /** Shows WeChat's pay sheet. Only the server knows whether money moved: after `paid`, ask it. */
  pay(payment: Payment): Promise<PayResult>
  /**
   * Shows WeChat's page on which the recipient confirms a transfer (商家转账). Only the server knows whether the money has
   * arrived: whatever this answers, ask `promoters.checkWithdrawal`.
   */
  requestTransfer(confirmation: Confirmation): Promise<TransferAnswer>
  /**
   * Asks for one-time message consents: template name → template id, at most 3. Answers by name; {} when asking was
   * not possible. WeChat wants the tap itself: call it before any `await` of the handler.
   */
  askConsents(templates: Readonly<Record<string, string>>): Promise<Record<string, ConsentAnswer>>
  /** Whether WeChat still has to ask for the privacy guide. False when it can't be known: the API itself will ask. */
  privacyPending(): Promise<boolean>
  /** Shows WeChat's privacy dialog where needed. Resolves with whether personal features may be used. */
  agreePrivacy(): Promise<boolean>
  /** Opens the full text of the privacy guide; false when the place has none to show. */
  openPrivacyGuide(): Promise<boolean>
  /** Opens the scanner for mini-program codes. The page path the code leads to, or null when nothing was scanned. */
  scan(): Promise<string | null>
  /** The same for any code: a pickup code is plain text. Null when nothing was scanned. */
  scanAny(): Promise<Scanned | null>
  /** The person's own delivery addresses, kept by WeChat. It knows no coordinates: `chooseLocation` does. */
  chooseAddress(): Promise<Choice<ChosenAddress>>
  /** A place picked on WeChat's map. */
  chooseLocation(): Promise<Choice<ChosenPlace>>
  /** One of the person's invoice titles (发票抬头), kept by WeChat. */
  chooseInvoiceTitle(): Promise<Choice<ChosenTitle>>
  /**
   * At most so many photos of the person's own, from the album or the camera, as local files that `upload` and `<Image>`
   * take; each at most `LONG_SIDE` px long where the phone can make it so.
   */
  choosePhotos(most: number): Promise<Choice<{ readonly files: readonly string[] }>>
  /**
   * WeChat's page of what this app may do, the only way back once the person has said no. WeChat wants the tap itself.
   * False when the place has none, or it did not open.
   */
  openSettings(): Promise<boolean>
  /** Puts a text into the clipboard; WeChat says so itself (内容已复制). False when it was not possible. */
  copyText(text: string): Promise<boolean>
  /**
   * A surface to draw on, `width` × `height` px, at most 1365 on a side; null when the phone gives none. `id` is that of
   * the `DrawingBoard` on the page.
   */
  openEasel(id: string, width: number, height: number): Promise<Easel | null>
  /** A picture by its file id, as a file that `savePicture` and `sendPicture` take; any other as it is. Null: not to be had. */
  localPicture(src: string): Promise<string | null>
  /** Saves a picture file, as an easel makes it, for the person. `name` is what a download is called. Ask on a tap. */
  savePicture(file: string, name: string): Promise<PictureSaved>
  /** Whether `sendPicture` works here. */
  readonly canSendPicture: boolean
  /** WeChat's menu for a picture: send it to a friend, keep it, add it to favourites. Ask on a tap. */
  sendPicture(file: string): Promise<void>
  /**
   * Writes a text as a file (UTF-8) that `sendFile` takes; a browser downloads it. Null: there is no room. Ask on a tap.
   */
  keepFile(name: string, text: string): string | null
  /** Whether `sendFile` works here. */
  readonly canSendFile: boolean
  /** Sends a kept file into a chat. WeChat wants the tap itself: call it before any `await` of the handler. */
  sendFile(file: string, name: string): Promise<'sent' | 'cancelled' | 'failed'>
  /** What was saved under this key, unknown until checked; null when nothing was, or it can't be read. */
  load(key: string): unknown
  /** Keeps a JSON value on this phone for this person; a full or forbidden storage is ignored. */
  save(key: string, value: unknown): void
  /** Tells whether the phone says that it has a network, now and at each change. Returns what undoes it. */
  watchNetwork(heard: (online: boolean) => void): () => void
  /** Runs `cb` when the app comes back in sight. Returns what undoes it. */
  onVisible(cb: () => void): () => void
  /** Runs `cb` when the app goes out of sight. Returns what undoes it. */
  onHidden(cb: () => void): () => void
  /** While it holds, going back from the page on top asks first, with this sentence. Returns what lets go. */
  askBeforeLeaving(message: string): () => void
  /** Scrolls the page until the element with this id stands just below the one (`under`) that sticks to its top. */
  scrollPageTo(id: string, under: string): void
  /** Scrolls the `<ScrollView enhanced>` with this id, softly, to `top` px of its content. */
  scrollListTo(id: string, top: number): void
  /** Where the phone is, roughly; null when the person did not allow it or it can't be known. Asks only when told to. */
  whereAmI(ask: boolean): Promise<Place | null>
  /** Whether the person has refused their place for good: asking again shows nothing, only `openSettings` helps. */
  placeDenied(): Promise<boolean>
  /** Shows a shop on WeChat's map; false where there is none. */
  openMap(place: Place & { readonly name: string; readonly address: string }): Promise<boolean>
}

/** A page as it is forwarded. */
export type ShareCard = {
  readonly title: string
  /** Page path with its query, from `/` on. */
  readonly path: string
  /** 5:4, a URL or a file id; '' for what the screen shows. */
  readonly picture: string
  /** A better path, if it comes in time (3 s), or null from within when there is none; null: this one is the best. */
  readonly better: Promise<string | null> | null
}
/** The same for Moments: it opens the page that it was shared from. */
export type TimelineCard = { readonly title: string; readonly query: string }
/** What is drawn with: the part of a canvas's 2d context that every phone has. */
export type Pen = Pick<
  CanvasRenderingContext2D,
  | 'arc'
  | 'arcTo'
  | 'beginPath'
  | 'clip'
  | 'closePath'
  | 'createLinearGradient'
  | 'drawImage'
  | 'fill'
  | 'fillStyle'
  | 'fillText'
  | 'font'
  | 'lineTo'
  | 'lineWidth'
  | 'measureText'
  | 'moveTo'
  | 'restore'
  | 'save'
  | 'scale'
  | 'setLineDash'
  | 'shadowBlur'
  | 'shadowColor'
  | 'shadowOffsetY'
  | 'stroke'
  | 'strokeStyle'
  | 'textAlign'
>
/** A loaded picture and its own size in px. */
export type PenPicture = {
  readonly source: CanvasImageSource
  readonly width: number
  readonly height: number
}
export type Easel = {
  readonly pen: Pen
  /** Loads a file id or URL; null when it can't be had. */
  loadPicture(src: string): Promise<PenPicture | null>
  /** What was drawn, as a PNG file that `<Image>` shows and `savePicture` takes; null when it failed. */
  toFile(): Promise<string | null>
}
/**
 * `denied`: the album was refused for good, only `openSettings` helps. `downloading`: the browser was asked to; it does
 * not tell what became of it.
 */
export type PictureSaved = 'saved' | 'downloading' | 'cancelled' | 'denied' | 'failed'

/** Degrees, GCJ-02. */
export type Place = { readonly lat: number; readonly lng: number }

/** What a code holds: a page of this app with its query, or a text. */
export type Scanned =
  { readonly kind: 'page'; readonly path: string } | { readonly kind: 'text'; readonly text: string }

/**
 * `refused`: closed without choosing, or not allowed; `forGood`: not allowed, and asking again shows nothing, so offer
 * `openSettings`. `unavailable`: this place has no such thing, or WeChat failed.
 */
export type Choice<T> =
  | ({ readonly kind: 'chosen' } & T)
  | { readonly kind: 'refused'; readonly forGood: boolean }
  | { readonly kind: 'unavailable' }
export type ChosenAddress = {
  readonly name: string
  readonly phone: string
  /** 浙江省杭州市西湖区 */
  readonly region: string
  /** 学府路 18 号 3 号楼 502 */
  readonly detail: string
}
export type ChosenPlace = Place & { readonly name: string; readonly address: string }
export type ChosenTitle = {
  readonly buyer: 'person' | 'company'
  readonly title: string
  /** Companies only; '' for a person. */
  readonly taxNo: string
}

/** `why` OFFLINE: no network, no answer in time, or (H5) no phone shell around the app. */
export type Offline = {
  readonly ok: false
  readonly code: 'OFFLINE'
  readonly why: 'network' | 'timeout' | 'noShell'
  readonly requestId: string
  readonly now: Instant
}
export type Answer<A extends AnyAction> = Reply<A> | Offline
/** `cancelled`: left without confirming; they may come back to it. `unsupported`: this WeChat, WeCom or browser can't. */
export type TransferAnswer = 'confirmed' | 'cancelled' | 'failed' | 'unsupported'
export type PayResult =
  | { readonly kind: 'paid' }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly message: string }
