import { aCase, marks } from '../../tests/builders/fraud'
import { CROWD, crowdedAddress } from './crowded-address'

const DAY = 86_400_000
const look = (n: number, place = 'friends-door') =>
  crowdedAddress.look(aCase({ marks: marks(n, DAY, { place }) }))

it('looks at the third friend of one door', () => {
  expect(look(CROWD - 1)).toBeNull()
  expect(look(CROWD)).toContain(`${CROWD} 位`)
})
it('does not count other doors, nor what was fetched', () => {
  expect(look(9, 'another')).toBeNull()
  expect(crowdedAddress.look(aCase({ delivery: null, marks: marks(9, DAY) }))).toBeNull()
})
