import type { MaterialCard } from '@shared/promoters/materials-contract'
import type { LibraryRow, PromoterRow } from '../../database/rows'
import type { Db, TxDb } from '../../platform/db'

const materialsOf = (row: LibraryRow | null | undefined): readonly MaterialCard[] => row?.materials ?? []

/** The library is one document: one read, and its number can't grow past its bound in a race. */
export function libraryRepository(db: TxDb) {
  const libraries = db.table<LibraryRow>('materials')
  return {
    /** Newest first; [] for a shop that never had any. */
    materials: async (): Promise<readonly MaterialCard[]> => materialsOf(await libraries.get('shop')),
    put: (materials: readonly MaterialCard[]): Promise<void> => libraries.set({ _id: 'shop', materials }),
  }
}

/** The library as an accepted promoter sees it; null for everybody else. One read. */
export async function libraryFor(db: Db, memberId: string): Promise<readonly MaterialCard[] | null> {
  const found = await db.table<PromoterRow>('promoters').lookup<{ library: LibraryRow }>(memberId, {
    library: { from: 'materials', localField: 'shopId', foreignField: '_id', limit: 1 },
  })
  return found?.doc.state === 'accepted' ? materialsOf(found.joined.library.rows[0]) : null
}
