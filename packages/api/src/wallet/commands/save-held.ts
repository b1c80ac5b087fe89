import type { Tx } from '@archway/db/client'
import { dayOf } from '../../schemes/rules/calendar'
import type { Member } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { conflict, DomainError, invalid, notFound } from '../../shared/errors'
import { type HeldInput, maxHeld } from '../schema'

const dayInDb = (day: string) => new Date(`${day}T00:00:00Z`)

/**
 * Keeps what somebody says they hold; with an id that they have used before it replaces what was said. Chosen from the
 * catalogue it takes title and issuer from there. Safe to repeat. Throws `invalid` for a day to come,
 * `precondition` when there are too many, `not_found` for an offering that is not there.
 */
export async function saveHeld(deps: Deps, actor: Member, input: HeldInput): Promise<void> {
  if (input.earnedOn > dayOf(deps.clock.now())) {
    throw invalid('day-in-future', 'earnedOn')
  }
  await deps.db.$transaction(async (tx) => {
    // One person's rows at a time, so that two tabs do not pass the limit together.
    await tx.$queryRaw`select 1 from users where id = ${actor.userId}::uuid for update`
    const before = await tx.heldCertification.findUnique({ where: { id: input.id } })
    if (before && before.userId !== actor.userId) throw conflict('changed-meanwhile')
    const count = await tx.heldCertification.count({ where: { userId: actor.userId } })
    if (!before && count >= maxHeld) throw new DomainError('precondition', 'too-many-held')
    const data = {
      ...(await namesOf(tx, input)),
      number: input.number,
      url: input.url,
      earnedOn: dayInDb(input.earnedOn),
      validUntil: input.validUntil === null ? null : dayInDb(input.validUntil),
    }
    await tx.heldCertification.upsert({
      where: { id: input.id },
      create: { ...data, id: input.id, userId: actor.userId },
      update: data,
    })
  })
}

async function namesOf(tx: Tx, { slug, title, issuer }: HeldInput) {
  if (slug === null) return { offeringId: null, title: title ?? '', issuer: issuer ?? '' }
  const offering = await tx.offering.findFirst({
    where: { slug, kind: 'certification', status: 'published' },
    select: { id: true, title: true, provider: { select: { name: true } } },
  })
  if (!offering) throw notFound('certification')
  return { offeringId: offering.id, title: offering.title, issuer: offering.provider.name }
}
