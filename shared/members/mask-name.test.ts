import { maskName } from './mask-name'

it.each([
  ['周小满', '周**'],
  ['  Ann ', 'A**'],
  ['🍵茶', '🍵**'],
  ['', '微信好友'],
])('shows %j as %j', (name, masked) => expect(maskName(name)).toBe(masked))
