import type { Tx } from '@archway/db/client'
import { invalid } from '../../shared/errors'
import type { UpdateCouponInput } from '../schema'

type Terms = Omit<UpdateCouponInput, 'couponId' | 'updatedAt'>

/** The columns of a coupon's own row. */
export const columnsOf = ({
  amounts: _amounts,
  scopeIds: _scopeIds,
  ...columns
}: Terms): Omit<Terms, 'amounts' | 'scopeIds'> => columns

/**
 * Writes what a coupon says per currency and what it is for, in place of what was there. Refuses in the
 * field's name what does not exist.
 */
export async function replaceCouponRows(tx: Tx, couponId: string, terms: Terms): Promise<void> {
  const where = { where: { couponId } }
  await tx.couponAmount.deleteMany(where)
  await tx.couponOffering.deleteMany(where)
  await tx.couponProvider.deleteMany(where)
  await tx.couponTopic.deleteMany(where)
  await tx.couponAmount.createMany({ data: terms.amounts.map((row) => ({ couponId, ...row })) })
  const ids = { where: { id: { in: terms.scopeIds } } }
  const writers = {
    everything: async () => 0,
    offerings: async () => {
      const found = await tx.offering.findMany({ ...ids, select: { id: true } })
      const data = found.map((row) => ({ couponId, offeringId: row.id }))
      return (await tx.couponOffering.createMany({ data })).count
    },
    providers: async () => {
      const found = await tx.provider.findMany({ ...ids, select: { id: true } })
      const data = found.map((row) => ({ couponId, providerId: row.id }))
      return (await tx.couponProvider.createMany({ data })).count
    },
    topics: async () => {
      const found = await tx.topic.findMany({ ...ids, select: { id: true } })
      const data = found.map((row) => ({ couponId, topicId: row.id }))
      return (await tx.couponTopic.createMany({ data })).count
    },
  } as const satisfies Record<Terms['scope'], () => Promise<number>>
  const count = await writers[terms.scope]()
  if (count !== terms.scopeIds.length) throw invalid('coupon-scope-unknown', 'scopeIds')
}

/** Refuses an owner that does not exist. */
export async function requireOwner(tx: Tx, providerId: string | null): Promise<void> {
  if (providerId === null) return
  const rows = await tx.$queryRaw<unknown[]>`
    select 1 from providers where id = ${providerId}::uuid for key share`
  if (rows.length === 0) throw invalid('provider-unknown', 'ownerProviderId')
}
