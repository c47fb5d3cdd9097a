/** A nickname that another person may see: its first character. Nobody's name is 微信好友. */
export function maskName(nickname: string): string {
  const [first] = [...nickname.trim()]
  return first === undefined ? '微信好友' : `${first}**`
}
