import { recordAudit } from '../../audit/commands'
import type { Actor } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { conflict, forbidden } from '../../shared/errors'
import { can } from '../../shared/permissions'
import { readSums, storeSums } from '../rules/book-sums'
import { putOutside } from '../rules/compare-books'
import type { AdminAcceptDifferenceInput } from '../schema'

/**
 * Notes that a difference between the ledger and Stripe has been explained, such as a payment that
 * something else took on the same Stripe account. It leaves the last check, and later ones pass over
 * it while both sides stand as they stood: one more movement raises it again. Nothing in the ledger
 * changes. Needs `ledger.accept`. Throws `conflict` (`difference-gone`) when the last check has no such
 * difference, so doing it twice tells the second person.
 */
export async function acceptDifference(
  deps: Pick<Deps, 'db' | 'clock' | 'livemode'>,
  actor: Actor,
  input: AdminAcceptDifferenceInput,
): Promise<void> {
  if (actor.type !== 'member' || !can(actor, 'ledger.accept')) throw forbidden()
  const { db, livemode, clock } = deps
  const { kind, externalId, currency, stripeMinor, ledgerMinor, reason } = input
  const difference = { kind, externalId, currency, stripeMinor, ledgerMinor }
  await db.$transaction(async (tx) => {
    const check = await tx.bookCheck.findFirst({
      where: { livemode },
      orderBy: [{ ranAt: 'desc' }, { id: 'desc' }],
      select: { id: true },
    })
    if (!check) throw conflict('difference-gone')
    // Whoever accepts another difference of the same check changes the same sums.
    await tx.$queryRaw`select 1 from book_checks where id = ${check.id}::uuid for update`
    const { count } = await tx.bookDifference.deleteMany({
      where: { checkId: check.id, ...difference },
    })
    if (count === 0) throw conflict('difference-gone')
    const { sums: stored } = await tx.bookCheck.findUniqueOrThrow({ where: { id: check.id } })
    const sums = readSums(stored)
    const sum = sums.find((candidate) => candidate.currency === currency)
    if (sum) putOutside(sum, difference)
    await tx.bookCheck.update({ where: { id: check.id }, data: { sums: storeSums(sums) } })
    await tx.acceptedDifference.create({
      data: {
        livemode,
        ...difference,
        reason,
        acceptedBy: actor.userId,
        acceptedAt: clock.now(),
      },
    })
    await recordAudit(tx, actor, {
      action: 'money.accept-difference',
      entityType: 'books',
      entityId: externalId,
      after: {
        kind,
        currency,
        stripeMinor: String(stripeMinor),
        ledgerMinor: String(ledgerMinor),
      },
      reason,
    })
  })
}
