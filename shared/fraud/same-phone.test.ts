import { aCase } from '../../tests/builders/fraud'
import { samePhone } from './same-phone'

const friendWith = (phone: string | null) => aCase({ friend: { joinedAt: 0, phone } })

it('knows one person by one number', () => {
  expect(samePhone.look(friendWith('13800000002'))).toContain('同一个手机号')
})
it('says nothing of two numbers, or of two people without any', () => {
  expect(samePhone.look(friendWith('13800000001'))).toBeNull()
  const { promoter } = aCase()
  expect(samePhone.look({ ...friendWith(null), promoter: { ...promoter, phone: null } })).toBeNull()
})
