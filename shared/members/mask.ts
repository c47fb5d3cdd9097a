/** A mobile number that may be shown: `138****0000`. Shorter numbers keep only their last two digits. */
export function maskPhone(phone: string): string {
  if (phone.length >= 11) return `${phone.slice(0, 3)}****${phone.slice(-4)}`
  return `****${phone.slice(-2)}`
}

/** A nickname that others may see: `林**`, whatever its length. '' stays ''. */
export function maskName(nickname: string): string {
  const [first] = nickname.trim()
  return first === undefined ? '' : `${first}**`
}
