/** A process that transfers money for ever and prints each transfer that was acknowledged, until it is killed. */
import { openDatabase } from '../index'
import { clientOf, declared, Refused } from './wire-client'

const ACCOUNTS = 10

async function transferFor(worker: string): Promise<never> {
  for (let n = 0; ; n++) {
    const id = `${worker}-${process.pid}-${n}`
    try {
      const tx = await client.begin()
      await client.update('accounts', { _id: `a${n % ACCOUNTS}` }, { $inc: { balance: -5 } }, tx)
      await client.update('accounts', { _id: `a${(n * 7 + 3) % ACCOUNTS}` }, { $inc: { balance: 5 } }, tx)
      await client.add('ledger', { _id: id }, tx)
      await client.commit(tx)
      process.stdout.write(id + '\n')
    } catch (error) {
      if (!(error instanceof Refused)) throw error
    }
  }
}

const file = process.argv[2] ?? ''
const database = openDatabase({ file, now: Date.now })
database.ensure([declared('accounts'), declared('ledger')])
if (database.isEmpty()) {
  database.put(
    'accounts',
    Array.from({ length: ACCOUNTS }, (_, i) => ({ _id: `a${i}`, balance: 1000 })),
  )
}
const client = clientOf(database)
for (const worker of ['x', 'y', 'z']) void transferFor(worker)
