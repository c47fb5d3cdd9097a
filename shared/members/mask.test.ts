import { isOwnAvatar } from './avatar'
import { maskName, maskPhone } from './mask'

it('shows a phone number by its ends', () => {
  expect(maskPhone('13812340000')).toBe('138****0000')
  expect(maskPhone('85291234')).toBe('****34')
})

it('takes only a picture of the member’s own folder', () => {
  const own = (fileId: string) => isOwnAvatar(fileId, 'm1')
  expect(
    ['', 'cloud://local.6c6f/avatars/m1/k3f.png', 'cloud://env-1.ab/avatars/m1/a_b-1.JPG'].map(own),
  ).toEqual([true, true, true])
  expect(
    [
      'https://evil.example/avatars/m1/a.png',
      'cloud://e/avatars/m2/a.png',
      'cloud://e/avatars/m1/../m2/a.png',
      'cloud://e/avatars/m1/a.html',
      'cloud://e/avatars/m1x/a.png',
      'cloud://e/avatars/m1/',
    ].map(own),
  ).toEqual([false, false, false, false, false, false])
})

it.each([
  ['林小满', '林**'],
  ['a', 'a**'],
  ['😀 早', '😀**'],
  [' 陈', '陈**'],
  ['', ''],
  ['  ', ''],
])('of %j others see %j', (nickname, seen) => {
  expect(maskName(nickname)).toBe(seen)
})
