/** Somebody who can hold a phone on the desk. */
export type Person = {
  readonly openid: string
  readonly name: string
  /** Who they are to the shop, in a few words. */
  readonly about: string
}

/** A code that hangs in the shop and can be scanned: what `wxacode.getUnlimited` was asked for. */
export type ShopCode = {
  readonly label: string
  /** Page path without a leading slash. */
  readonly page: string
  readonly scene: string
}

/** A message template as the consent dialog names it. */
export type Template = { readonly id: string; readonly title: string }

/** A chat of several people; a card sent there may be opened by each of them. */
export type Group = { readonly id: string; readonly name: string; readonly members: readonly string[] }

/** What the desk knows about the demo shop; the seed tells it. */
export type DeskShop = {
  readonly name: string
  readonly people: readonly Person[]
  readonly groups: readonly Group[]
  readonly codes: readonly ShopCode[]
  readonly templates: readonly Template[]
}

/** What the desk's page is told: the shop, and each phone's address with who holds it at first. */
export type DeskConfig = {
  readonly shop: DeskShop
  readonly phones: readonly { readonly url: string; readonly openid: string }[]
}

/** What a phone's shell is told. `deskOrigin` is the only origin whose messages it obeys. */
export type PhoneConfig = {
  readonly shop: DeskShop
  readonly openid: string
  readonly deskOrigin: string
}

/** A mini-program card in a chat. */
export type ChatCard = {
  readonly id: number
  readonly from: string
  /** A person's openid, or a group's id. */
  readonly to: string
  readonly title: string
  /** Page path with its query. */
  readonly path: string
  /** The cloud's clock when it was sent, epoch ms. */
  readonly sentAt: number
}
