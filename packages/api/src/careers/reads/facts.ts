import type { DbOrTx } from '@archway/db/client'
import type { Prisma } from '@archway/db/generated/client'
import type { FactDto } from '../schema/facts'

export const factSelect = {
  key: true,
  kind: true,
  label: true,
  text: true,
  valueLow: true,
  valueHigh: true,
  unit: true,
  currency: true,
  region: true,
  period: true,
  sourceTitle: true,
  sourcePublisher: true,
  sourceUrl: true,
  sourcePublishedOn: true,
  verifiedOn: true,
  reviewBy: true,
  note: true,
  updatedAt: true,
} satisfies Prisma.FactSelect

/** Statistics, not money that changes hands: a number is exact enough for them. */
export const toFact = ({
  valueLow,
  valueHigh,
  ...fact
}: Prisma.FactGetPayload<{ select: typeof factSelect }>): FactDto => ({
  ...fact,
  valueLow: valueLow?.toNumber() ?? null,
  valueHigh: valueHigh?.toNumber() ?? null,
})

/** Facts by key, in the order of the keys; unknown keys are left out. */
export async function listFactsByKey(db: DbOrTx, keys: readonly string[]): Promise<FactDto[]> {
  const rows = await db.fact.findMany({ where: { key: { in: [...keys] } }, select: factSelect })
  const byKey = new Map(rows.map((row) => [row.key, toFact(row)]))
  return keys.flatMap((key) => byKey.get(key) ?? [])
}

/** Every fact by its label, for those who put one into a text. */
export const listFactChoices = async (db: DbOrTx): Promise<FactDto[]> =>
  (await db.fact.findMany({ orderBy: [{ label: 'asc' }, { key: 'asc' }], select: factSelect })).map(
    toFact,
  )
