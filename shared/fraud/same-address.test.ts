import { aCase } from '../../tests/builders/fraud'
import { sameAddress } from './same-address'

const to = (place: string, phone: string) => sameAddress.look(aCase({ delivery: { place, phone } }))

it('sees the promoter’s own door', () => expect(to('home', '1')).toContain('地址相同'))
it.each(['13800000003', '13800000002'])('sees the promoter’s phone, of the book or of WeChat: %s', (phone) =>
  expect(to('elsewhere', phone)).toContain('电话'),
)
it('lets other doors and orders that are fetched pass', () => {
  expect(to('elsewhere', '13800000001')).toBeNull()
  expect(sameAddress.look(aCase({ delivery: null }))).toBeNull()
})
