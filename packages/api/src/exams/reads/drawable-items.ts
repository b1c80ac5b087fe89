import type { DbOrTx } from '@archway/db/client'
import type { DrawableItem, FormWish } from '../rules/draw-form'

/** How far back deliveries count against an item. */
const exposureMonths = 12

/** The items that may be drawn, each in the newest of its versions that somebody approved. */
export async function listDrawableItems(db: DbOrTx, offeringId: string): Promise<DrawableItem[]> {
  const items = await db.item.findMany({
    where: { offeringId, state: { in: ['active', 'pretest'] } },
    orderBy: { code: 'asc' },
    select: {
      id: true,
      state: true,
      enemiesA: { select: { itemBId: true } },
      versions: {
        where: { reviews: { some: { verdict: 'approved' } } },
        orderBy: { number: 'desc' },
        take: 1,
        select: { id: true, domain: true, points: true },
      },
    },
  })
  return items.flatMap(({ id, state, enemiesA, versions: [version] }) =>
    version && (state === 'active' || state === 'pretest')
      ? [
          {
            itemId: id,
            versionId: version.id,
            domain: version.domain,
            points: version.points,
            state,
            enemies: enemiesA.map(({ itemBId }) => itemBId),
          },
        ]
      : [],
  )
}

/** The items of the forms that may be sat, by form. */
export async function listStandingForms(
  db: DbOrTx,
  offeringId: string,
): Promise<{ number: number; items: string[] }[]> {
  const forms = await db.examForm.findMany({
    where: { offeringId, state: { in: ['draft', 'approved'] } },
    orderBy: { number: 'asc' },
    select: { number: true, items: { select: { version: { select: { itemId: true } } } } },
  })
  return forms.map(({ number, items }) => ({
    number,
    items: items.map(({ version }) => version.itemId),
  }))
}

/** How many sat this exam in the last year, and to how many of them each item was delivered. */
export async function getExposure(db: DbOrTx, offeringId: string): Promise<FormWish['exposure']> {
  const [sittings, rows] = await Promise.all([
    db.$queryRaw<{ count: number }[]>`
      select count(*)::int as count from exam_attempts
      where offering_id = ${offeringId}::uuid
        and started_at > clock_timestamp() - make_interval(months => ${exposureMonths}::int)`,
    db.$queryRaw<{ itemId: string; count: number }[]>`
      select v.item_id as "itemId", count(*)::int as count
      from exam_attempts a
      join attempt_items d on d.attempt_id = a.id
      join item_versions v on v.id = d.version_id
      where a.offering_id = ${offeringId}::uuid
        and a.started_at > clock_timestamp() - make_interval(months => ${exposureMonths}::int)
      group by v.item_id`,
  ])
  return {
    sittings: sittings[0]?.count ?? 0,
    deliveries: Object.fromEntries(rows.map(({ itemId, count }) => [itemId, count])),
  }
}
