import { zhou } from '../../../local-cloud/seed/people'
import { enter } from '../../builders/shop-client'

/** What staff do with an order while a story looks at the customer's phone alone. */
type Deed = 'accept' | 'ready' | 'deliver' | 'handOver'

/** The owner does these things to an order, one after the other, by the cloud's own actions. */
export async function onTheFloor(
  cloudUrl: string,
  orderId: string,
  ...deeds: readonly Deed[]
): Promise<void> {
  const owner = await enter(cloudUrl, zhou.openid)
  for (const deed of deeds) await owner.call(`manager.${deed}`, { storeId: 'campus', orderId })
}
