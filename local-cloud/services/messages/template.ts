/** A message template of the shop's console. A key is `<kind><number>`, e.g. `thing1`; kinds decide which values fit. */
export type Template = {
  readonly id: string
  readonly title: string
  /** In the order the notice shows them; `label` stands left of the value. */
  readonly fields: readonly { readonly key: string; readonly label: string }[]
}

const characters = (text: string) => [...text].length
const within = (most: number) => (text: string) => characters(text) <= most
const matching = (pattern: RegExp) => (text: string) => pattern.test(text)
const CLOCK = String.raw`([01]?\d|2[0-3]):[0-5]\d(:[0-5]\d)?`
const DAY = String.raw`\d{4}(年\d{1,2}月\d{1,2}日|[-/.]\d{1,2}[-/.]\d{1,2})`
const ONE_TIME = `(${DAY} ?)?${CLOCK}`
const ONE_DATE = `${DAY}( ?${CLOCK})?`

/** Which values a kind takes. Source: WeChat, 发送订阅消息, 参数值限制. */
const KINDS: Readonly<Record<string, (text: string) => boolean>> = {
  thing: within(20),
  number: matching(/^-?[\d.]{1,32}$/),
  letter: matching(/^[A-Za-z]{1,32}$/),
  symbol: within(5),
  character_string: matching(/^[\x20-\x7e]{1,32}$/),
  time: matching(new RegExp(`^${ONE_TIME}( ?~ ?${ONE_TIME})?$`)),
  date: matching(new RegExp(`^${ONE_DATE}( ?~ ?${ONE_DATE})?$`)),
  amount: matching(/^[^\d\s.]?\d{1,10}(\.\d+)?元?$/),
  phone_number: matching(/^[\d+\-() ]{1,17}$/),
  car_number: within(8),
  name: (text) => (/^[\x20-\x7e]+$/.test(text) ? characters(text) <= 20 : characters(text) <= 10),
  phrase: matching(/^[\u4e00-\u9fff]{1,5}$/),
  enum: () => true,
}

/** Why a value doesn't fit its key; null when it does. */
export function misfit(key: string, value: unknown): string | null {
  const fits = KINDS[key.replace(/\d+$/, '')]
  if (!fits || !/\d$/.test(key)) return `data.${key} invalid`
  if (typeof value !== 'string' || value === '') return `data.${key}.value is empty`
  if (/[\r\n]/.test(value) || !fits(value)) return `data.${key}.value invalid`
  return null
}
