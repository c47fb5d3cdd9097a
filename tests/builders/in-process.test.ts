import { inProcessCloud } from './in-process'

it('gives the real SDK over a database in this process, on a clock of its own', async () => {
  const { cloud, database, clock, close } = inProcessCloud({ now: 1000 })
  const db = cloud.database()
  clock.advance(500)
  await db.collection('members').add({ data: { _id: 'm1', joinedAt: db.serverDate() } })
  expect(database.get('members', 'm1')).toEqual({ _id: 'm1', joinedAt: new Date(1500) })
  await expect(db.collection('members').add({ data: { _id: 'm1' } })).rejects.toMatchObject({
    errCode: -502001,
  })
  close()
})

it('passes other calls to the handlers', async () => {
  const asked: unknown[] = []
  const { cloud, close } = inProcessCloud({
    handlers: {
      'functions.invokeFunction': (params) => (
        asked.push(params['function_name']),
        { data: { response_data: '{"ok":true}' } }
      ),
    },
  })
  expect(await cloud.callFunction({ name: 'tick', data: {} })).toMatchObject({ result: { ok: true } })
  expect(asked).toEqual(['tick'])
  close()
})
