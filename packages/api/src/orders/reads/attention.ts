import type { DbOrTx } from '@archway/db/client'
import { countPublishedFacts } from '../../careers/reads/count-facts'
import { getSyncHealth } from '../../payments/reads/stripe-traffic'
import { waitingDisputeStatuses } from '../../payments/rules/dispute-effect'
import type { Actor } from '../../shared/actor'
import { can } from '../../shared/permissions'

/** A mail that waits longer than this has met trouble: the worker sends them within seconds. */
const mailPatienceMs = 5 * 60_000

/** Rows of each kind that are named; the count tells of the others. */
const shown = 5

/**
 * What a person has to look at now: orders and memberships in review, disputes that want an answer, what of Stripe
 * was given up, mails that did not go out, jobs that fail, offerings that were handed in, figures whose
 * sources are due, credentials to decide on. Kinds that the reader may not see are null.
 */
export async function getAttention(db: DbOrTx, actor: Actor, now: Date) {
  const [orders, memberships, stripe, mails, jobs, handedIn, facts, credentials, names] =
    await Promise.all([
      can(actor, 'order.read') ? ordersToLookAt(db) : null,
      can(actor, 'subscription.read')
        ? db.subscription.count({ where: { review: { not: null } } })
        : null,
      can(actor, 'webhook.read') ? stripeToLookAt(db, now) : null,
      can(actor, 'webhook.read') ? unsentMails(db, now) : null,
      can(actor, 'webhook.read') ? failedJobs(db) : null,
      can(actor, 'offering.publish') ? db.offering.count({ where: { status: 'in_review' } }) : null,
      can(actor, 'guide.edit') ? countPublishedFacts(db, now) : null,
      can(actor, 'credential.decide')
        ? db.credential.count({ where: { cases: { some: { decidedAt: null } } } })
        : null,
      can(actor, 'credential.decide') ? db.nameChange.count({ where: { state: 'asked' } }) : null,
    ])
  return {
    orders,
    membershipsInReview: memberships,
    stripe,
    mails,
    jobs,
    offeringsInReview: handedIn,
    overdueFacts: facts?.overdue ?? null,
    credentialsToDecide: credentials,
    namesToDecide: names,
  }
}

async function ordersToLookAt(db: DbOrTx) {
  const where = { status: { in: [...waitingDisputeStatuses] } }
  const [inReview, disputed, disputes] = await Promise.all([
    db.order.count({ where: { review: { not: null } } }),
    db.stripeDispute.count({ where }),
    db.stripeDispute.findMany({
      where,
      orderBy: [{ evidenceDueBy: { sort: 'asc', nulls: 'last' } }, { id: 'asc' }],
      take: shown,
      select: { id: true, evidenceDueBy: true, order: { select: { id: true, number: true } } },
    }),
  ])
  return { inReview, disputed, disputes }
}

async function stripeToLookAt(db: DbOrTx, now: Date) {
  const [deadEvents, health] = await Promise.all([
    db.stripeEvent.count({ where: { state: 'dead' } }),
    getSyncHealth(db, now),
  ])
  return { deadEvents, ...health }
}

async function unsentMails(db: DbOrTx, now: Date) {
  const where = { sentAt: null, createdAt: { lt: new Date(now.getTime() - mailPatienceMs) } }
  const [count, newest] = await Promise.all([
    db.mailMessage.count({ where }),
    db.mailMessage.findMany({
      where,
      orderBy: { createdAt: 'desc' },
      take: shown,
      select: { id: true, template: true, createdAt: true, attempts: true, lastError: true },
    }),
  ])
  return { count, newest }
}

async function failedJobs(db: DbOrTx) {
  const newest = await db.$queryRaw<
    {
      id: string
      task: string
      attempts: number
      isGivenUp: boolean
      lastError: string
      total: bigint
    }[]
  >`
    select id::text as id, task_identifier as task, attempts::int as attempts,
      attempts >= max_attempts as "isGivenUp", last_error as "lastError", count(*) over () as total
    from graphile_worker.jobs where last_error is not null
    order by updated_at desc limit ${shown}`
  return {
    count: Number(newest[0]?.total ?? 0),
    newest: newest.map(({ total, ...job }) => job),
  }
}
