import type { Tx } from '@archway/db/client'
import { recordAudit } from '../../audit/commands'
import type { Actor } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { DomainError } from '../../shared/errors'
import { enforce } from '../../shared/policy-result'
import { canHandOut } from '../policy'
import { checkAddresses } from '../rules/addresses'
import { pickSlots } from '../rules/seat-counts'
import type { InviteInput, InviteOutput } from '../schema'
import { type HeldPool, holdOwnPool } from './hold-pool'
import { sendInvitation } from './send-invitation'

type Outcome = InviteOutput[number]

/**
 * Invites people to seats of a pack by mail. Every address is answered: invited, or why not. Whoever is
 * invited or has a seat of the pack already is not asked again, so sending the same list twice sends
 * each mail once. Never more than there are free seats, also when two invite at once.
 * Throws `not_found` for somebody else's pack and `forbidden` for one that is not paid for.
 */
export async function inviteToSeats(
  deps: Deps,
  actor: Actor,
  { poolId, emails }: InviteInput,
): Promise<InviteOutput> {
  return await deps.db.$transaction(
    async (tx) => {
      const pool = await holdOwnPool(tx, actor, poolId)
      enforce(canHandOut(pool))
      const outcomes = await judge(tx, deps, pool, emails)
      const invited = await assign(tx, deps, pool, outcomes)
      if (invited.length > 0) {
        await recordAudit(tx, actor, {
          action: 'seat.invite',
          entityType: 'seat-pool',
          entityId: pool.id,
          after: { emails: invited },
        })
      }
      return outcomes.map((outcome) =>
        outcome.outcome === 'invited' && !invited.includes(outcome.email)
          ? { ...outcome, outcome: 'no-seat-left' }
          : outcome,
      )
    },
    { timeout: 30_000, maxWait: 10_000 },
  )
}

/** Who could be invited if there were seats enough. */
async function judge(
  tx: Tx,
  deps: Pick<Deps, 'limits'>,
  pool: HeldPool,
  emails: readonly string[],
): Promise<Outcome[]> {
  const live = pool.assignments.filter((seat) => seat.state !== 'released')
  const people = await tx.user.findMany({
    where: { id: { in: live.flatMap((seat) => seat.userId ?? []) } },
    select: { email: true },
  })
  const holders = new Set(people.map((person) => person.email.toLowerCase()))
  const states = new Map(live.map((seat) => [seat.email.toLowerCase(), seat.state]))
  const outcomes: Outcome[] = []
  for (const { email, problem } of checkAddresses(emails)) {
    if (problem) outcomes.push({ email, outcome: problem })
    else if (holders.has(email) || states.get(email) === 'claimed') {
      outcomes.push({ email, outcome: 'already-claimed' })
    } else if (states.has(email)) outcomes.push({ email, outcome: 'already-invited' })
    else if (await isMailedTooOften(deps, email))
      outcomes.push({ email, outcome: 'too-many-mails' })
    else outcomes.push({ email, outcome: 'invited' })
  }
  return outcomes
}

async function isMailedTooOften({ limits }: Pick<Deps, 'limits'>, email: string) {
  try {
    await limits.consume('invitationPerAddress', email)
    return false
  } catch (error) {
    if (error instanceof DomainError && error.kind === 'rate_limited') return true
    throw error
  }
}

/** Assigns free seats in the order of the list. Returns the addresses that got one. */
async function assign(
  tx: Tx,
  deps: Pick<Deps, 'appUrl' | 'clock'>,
  pool: HeldPool,
  outcomes: readonly Outcome[],
): Promise<string[]> {
  const wanted = outcomes.filter(({ outcome }) => outcome === 'invited').map(({ email }) => email)
  const slots = pickSlots(pool, pool.assignments, wanted.length)
  for (const [index, slot] of slots.entries()) {
    const seat = await tx.seatAssignment.create({
      data: {
        poolId: pool.id,
        slot,
        email: wanted[index] ?? '',
        state: 'invited',
        createdAt: deps.clock.now(),
      },
      select: { id: true, email: true, sends: true },
    })
    await sendInvitation(tx, deps, pool, seat)
  }
  return wanted.slice(0, slots.length)
}
