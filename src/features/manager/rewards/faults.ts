import { placeId } from '../campaigns/faults'

/** Where each fault of the contract is shown, from the form's top to its foot. `form`: over it, for what no field shows. */
const PLACES = [
  'form',
  'when',
  'promoter',
  'promoter.points',
  'friend',
  'friend.points',
  'second',
  'second.points',
  'minPaidFen',
  'friendsNeeded',
  'caps.day',
  'caps.month',
  'caps.total',
  'pointsBudget',
  'name',
  'startAt',
  'endAt',
  'holdEnds',
  'note',
] as const

/** Field → sentence, in the order of the page; what no field shows is told over the form. */
export function placed(faults: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const known = PLACES.flatMap((place): [string, string][] => {
    const sentence = faults.get(place)
    return sentence === undefined ? [] : [[place, sentence]]
  })
  const elsewhere = [...faults].filter(([field]) => !PLACES.some((place) => place === field))
  const words = elsewhere.map(([, sentence]) => sentence).join('；')
  return new Map(words === '' ? known : [['form', words], ...known])
}

/** The element of the first fault; null without one. */
export function firstFaultId(faults: ReadonlyMap<string, string>): string | null {
  const [first] = faults.keys()
  return first === undefined ? null : rewardPlaceId(first)
}

/** A form of campaigns may lie under this one: the ids are this form's own. */
export const rewardPlaceId = (place: string): string => `reward-${placeId(place)}`
