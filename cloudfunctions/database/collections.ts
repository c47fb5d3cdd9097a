/**
 * Every collection and its indexes, declared once: the local cloud makes them, and deployment sends the same shape to
 * CloudBase (`IndexName`, `MgoKeySchema`). All collections are closed to clients. `_id` has its own index.
 */
export type IndexDeclaration = {
  readonly IndexName: string
  readonly MgoKeySchema: {
    readonly MgoIsUnique: boolean
    readonly MgoIndexKeys: readonly { readonly Name: string; readonly Direction: '1' | '-1' }[]
  }
}
export type CollectionDeclaration = { readonly name: string; readonly indexes: readonly IndexDeclaration[] }

/** `fields` are names, '-' in front for descending: `['memberId', '-placedAt']`. */
function index(fields: readonly string[], unique = false): IndexDeclaration {
  return {
    IndexName: fields.map((f) => f.replace('-', '')).join('_') + (unique ? '_unique' : ''),
    MgoKeySchema: {
      MgoIsUnique: unique,
      MgoIndexKeys: fields.map((f) => ({
        Name: f.replace('-', ''),
        Direction: f.startsWith('-') ? '-1' : '1',
      })),
    },
  }
}

export const collections: readonly CollectionDeclaration[] = [
  /** `shop`: the shop as it is now (name, stores, packaging, templates…). */
  { name: 'settings', indexes: [] },
  /** `menu`: categories and products, one document. */
  { name: 'catalogue', indexes: [] },
  /** A store's counter: `_id` is the store; who stands behind it with which role. Rights are read here on each call. */
  { name: 'counters', indexes: [] },
  /** `store:sku:day`: supply, available, held, sold. `emptyOf` is present while nothing is left. */
  { name: 'stock', indexes: [index(['emptyOf']), index(['storeId', 'day']), index(['day'])] },
  /** `store:day:slot`: units of goods held and sold of a pre-order slot. */
  { name: 'slots', indexes: [index(['storeId', 'day']), index(['day'])] },
  { name: 'members', indexes: [index(['birthdayDueAt']), index(['dormantDueAt'])] },
  {
    name: 'campaigns',
    indexes: [index(['state', 'entry.kind']), index(['-createdAt']), index(['offeredIn'])],
  },
  /** The code or channel is the id. */
  { name: 'campaignCodes', indexes: [] },
  /** `campaign#shard`: what was and may still be issued. */
  { name: 'budgets', indexes: [index(['campaignId']), index(['offeredIn'])] },
  /** `campaign:member:grantKey` */
  {
    name: 'coupons',
    indexes: [
      index(['memberId', 'state', '-issuedAt']),
      index(['memberId', 'campaignId']),
      /** What ends next, page by page: reminders. */
      index(['state', 'expiresAt', '_id']),
    ],
  },
  /** `kind:subject:stage`: what may leave the shop for a person. `dueAt` is present until it has ended. */
  { name: 'jobs', indexes: [index(['state', 'dueAt'])] },
  /** One for each acceptance of a marketing template: it is one message. */
  { name: 'consents', indexes: [index(['memberId', 'template', 'state', 'at'])] },
  /** By member: what marketing left for them in the last 30 days. Every sending writes it, so caps hold under races. */
  { name: 'reachLogs', indexes: [] },
  /** A plan for orders that were left, and what it has shown. */
  { name: 'experiments', indexes: [] },
  /** The order is the id: what was decided about it. `dueAt` is present until its outcome is read. */
  {
    name: 'exposures',
    indexes: [index(['memberId', '-at']), index(['experiment', '-at']), index(['-at']), index(['dueAt'])],
  },
  /** Movements of points that no order tells of. */
  { name: 'pointEntries', indexes: [index(['memberId', '-at'])] },
  /** A person's address book, under their id. */
  { name: 'addresses', indexes: [] },
  /** Who changed what that moves money, rights, prices or campaigns. */
  { name: 'audit', indexes: [index(['-at'])] },
  /** The short code is the id: who passes what on by which way, or where the shop's own code hangs. */
  { name: 'channels', indexes: [index(['promoter']), index(['kind', '-createdAt'])] },
  /** `code#shard`: what came through each of the shop's own. */
  { name: 'channelCounts', indexes: [index(['code'])] },
  /** A person's comings through codes in the last 30 days, under their member id. */
  { name: 'touches', indexes: [index(['lastAt'])] },
  /** The friend is the id, so that nobody is bound twice. Written once, with signup, and never changed. */
  { name: 'bindings', indexes: [index(['promoter', '-boundAt'])] },
  {
    name: 'orders',
    indexes: [
      index(['memberId', '-placedAt']),
      /** For reconciliation and the owner's day. */
      index(['placedAt']),
      /** Invoices that were asked for, by store. */
      index(['invoiceOf', '-invoiceAt']),
      /** What the counter looks up. */
      index(['storeId', '-placedAt']),
      /** `store:day:code`: no two orders of a store and day are called by the same number. */
      index(['pickupKey'], true),
      /** Present while the order is on the counter's board (paid, making, ready, on its way, or a refund of it is stuck); its value is the store. */
      index(['boardOf']),
      /** When the order next needs the cloud's attention by itself; absent when never. */
      index(['dueAt']),
    ],
  },
  /** One for each day: what our books and WeChat's tell differently. */
  { name: 'reconciliations', indexes: [] },
  /** Who promotes the shop, under their member id. */
  { name: 'promoters', indexes: [index(['state', '-changedAt'])] },
  /** `shop`: what promoters pass on, one document. */
  { name: 'materials', indexes: [] },
  /** A promoter's balances. */
  { name: 'accounts', indexes: [] },
  /** `kind:source`: balanced entries, appended. */
  { name: 'ledger', indexes: [index(['promoter', '-n']), index(['month', 'at', '_id'])] },
  /** The order is the id. */
  { name: 'commissions', indexes: [index(['dueAt']), index(['promoter', 'state', 'dueAt'])] },
  /** The payout's own number is the id. `openOf` and `dueAt` are present while there is something to do. */
  {
    name: 'withdrawals',
    indexes: [index(['promoter', '-requestedAt']), index(['openOf', 'requestedAt']), index(['dueAt'])],
  },
  /** Campaigns for bringing friends, and what each has given. */
  { name: 'rewardCampaigns', indexes: [index(['-createdAt'])] },
  { name: 'rewardCounts', indexes: [] },
  /** `campaign:friend:event`. `heldOf` and `dueAt` are present while somebody, or the daily turn, has to look. */
  { name: 'rewards', indexes: [index(['friend']), index(['heldOf', 'at']), index(['dueAt'])] },
  /** The promoter is the id: how often they were rewarded, and their newest friends. */
  { name: 'rewardTallies', indexes: [] },
  /** Payments that did not fit their order: late, twice, wrong amount, unknown order. */
  { name: 'payEvents', indexes: [] },
]
