import type { DbOrTx } from '@archway/db/client'
import type { FileRow } from './read-rows'
import type { RowIssue } from './rules/parse-row'

export type ReadRow = Extract<FileRow, { ok: true }>

/** What a row will do to the catalogue. */
export type MatchedRow =
  | { action: 'created'; source: ReadRow }
  | { action: 'updated' | 'unchanged'; source: ReadRow; offeringId: string }
  | { action: 'rejected'; line: number; issues: RowIssue[] }

type KnownKey = {
  key: string
  offeringId: string
  rowHash: string
  title: string
  /** whether the offering is also known by an address */
  hasUrl: boolean
}

/**
 * Finds for each row the offering that it was imported as before. By its own key; else by the list's
 * number, unless that number now plainly stands for something else (lists are renumbered).
 */
export async function matchRows(
  db: DbOrTx,
  source: string,
  rows: readonly FileRow[],
): Promise<MatchedRow[]> {
  const keys = rows.flatMap((row) =>
    row.ok ? [row.keys.own, ...(row.keys.id === null ? [] : [row.keys.id])] : [],
  )
  const found = await db.$queryRaw<KnownKey[]>`
    select k.external_key as key, k.offering_id as "offeringId", k.row_hash as "rowHash", o.title,
      exists (select 1 from offering_import_keies u where u.offering_id = k.offering_id
        and u.source = k.source and u.external_key like 'url:%') as "hasUrl"
    from offering_import_keies k join offerings o on o.id = k.offering_id
    where k.source = ${source} and k.external_key = any (${keys}::text[])`
  const known = new Map(found.map((key) => [key.key, key]))
  return rows.map((row) => (row.ok ? matchRow(row, known) : rejected(row.line, row.issues)))
}

const rejected = (line: number, issues: RowIssue[]): MatchedRow => ({
  action: 'rejected',
  line,
  issues,
})

function matchRow(row: ReadRow, known: ReadonlyMap<string, KnownKey>): MatchedRow {
  const own = known.get(row.keys.own)
  const isSame = (key: KnownKey) =>
    !key.hasUrl || key.title.toLowerCase() === row.row.title.toLowerCase()
  if (own) {
    if (row.keys.own.startsWith('id:') && own.rowHash !== row.hash && !isSame(own)) {
      return rejected(row.line, [
        { field: 'id', severity: 'rejected', reason: 'id-of-another', value: own.title },
      ])
    }
    const action = own.rowHash === row.hash ? 'unchanged' : 'updated'
    return { action, source: row, offeringId: own.offeringId }
  }
  const byId = row.keys.id === null ? undefined : known.get(row.keys.id)
  if (byId && !byId.hasUrl) {
    return { action: 'updated', source: row, offeringId: byId.offeringId }
  }
  return { action: 'created', source: row }
}
