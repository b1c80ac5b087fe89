import type { DbOrTx } from '@archway/db/client'

/** What the rules of bundles and their prices have to know of offerings; unknown ones are missing. */
export async function findContents(db: DbOrTx, offeringIds: readonly string[]) {
  const rows = await db.offering.findMany({
    where: { id: { in: [...offeringIds] } },
    select: {
      id: true,
      slug: true,
      title: true,
      kind: true,
      origin: true,
      status: true,
      provider: { select: { id: true, name: true, shareBps: true } },
      prices: {
        where: { period: 'one_time', validTo: null },
        select: { currency: true, amountMinor: true },
      },
      programCourses: { select: { courseId: true } },
    },
  })
  return offeringIds.flatMap((id) => {
    const row = rows.find((candidate) => candidate.id === id)
    if (!row) return []
    const { programCourses, ...offering } = row
    return [{ ...offering, courseIds: programCourses.map(({ courseId }) => courseId) }]
  })
}
