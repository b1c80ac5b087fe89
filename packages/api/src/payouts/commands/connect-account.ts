import type { DbOrTx } from '@archway/db/client'
import { recordAudit } from '../../audit/commands'
import { awaitTarget } from '../../payments/commands/await-target'
import { markDirty } from '../../payments/commands/mark-dirty'
import {
  createAccountLink,
  createLoginLink,
  openAccount,
} from '../../payments/commands/open-account'
import { accountTargetKey } from '../../payments/rules/event-target'
import type { Actor } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { DomainError, forbidden } from '../../shared/errors'
import { enforce } from '../../shared/policy-result'
import { canManageAccount } from '../policy'

/** Pages of a provider's account here, to which Stripe sends its owner back. */
const pathOf = (providerId: string) => `/admin/earnings/account?provider=${providerId}`

async function requireOwner(deps: Deps, actor: Actor, providerId: string): Promise<void> {
  const membership =
    actor.type === 'member'
      ? await deps.db.providerMember.findUnique({
          where: { providerId_userId: { providerId, userId: actor.userId } },
          select: { role: true },
        })
      : null
  enforce(canManageAccount(actor, membership))
}

/**
 * Leads an owner of a provider to the page on which Stripe asks for what it needs to pay them; opens the
 * account at Stripe first when there is none, or the last one was disconnected. The key of that call is the
 * provider and how many accounts it had, so that two owners at once open one. Returns the address, which is
 * good for minutes and one use.
 */
export async function startOnboarding(
  deps: Deps,
  actor: Actor,
  { providerId }: { providerId: string },
): Promise<{ url: string }> {
  await requireOwner(deps, actor, providerId)
  const accountId = await liveOrNewAccount(deps, actor, providerId)
  const page = `${deps.appUrl}${pathOf(providerId)}`
  const url = await createAccountLink(deps.stripe, accountId, {
    returnUrl: `${page}&from=stripe`,
    refreshUrl: `${page}&from=stale-link`,
  })
  return { url }
}

const liveAccount = async (
  { db, livemode }: { db: DbOrTx; livemode: boolean },
  providerId: string,
): Promise<string | null> =>
  (
    await db.providerAccount.findFirst({
      where: { providerId, livemode, state: { not: 'deauthorized' } },
      select: { id: true },
    })
  )?.id ?? null

async function liveOrNewAccount(deps: Deps, actor: Actor, providerId: string): Promise<string> {
  const { db, livemode } = deps
  if (actor.type !== 'member') throw forbidden()
  // Read at one moment: whoever counts an account that another has just opened has to see that it is there.
  const { accounts, ...provider } = await db.provider.findUniqueOrThrow({
    where: { id: providerId },
    select: {
      name: true,
      country: true,
      websiteUrl: true,
      accounts: { where: { livemode }, select: { id: true, state: true } },
    },
  })
  const live = accounts.find(({ state }) => state !== 'deauthorized')
  if (live) return live.id
  const opened = await openAccount(deps.stripe, {
    providerId,
    email: actor.email,
    ...provider,
    ordinal: accounts.length + 1,
  })
  return await keepAccount(deps, actor, providerId, opened)
}

/** Writes an account down that was opened. Returns the one that counts: of two at once, that of who came first. */
const keepAccount = (deps: Deps, actor: Actor, providerId: string, opened: string) =>
  deps.db.$transaction(async (tx) => {
    const { livemode, clock } = deps
    const { count } = await tx.providerAccount.createMany({
      data: [{ id: opened, providerId, livemode, createdAt: clock.now() }],
      skipDuplicates: true,
    })
    const accountId = await liveAccount({ db: tx, livemode }, providerId)
    if (accountId === null) throw new DomainError('unavailable', 'payment-service-unavailable')
    // Whatever Stripe has told of it before it was known here is asked for now.
    await markDirty(tx, accountTargetKey(accountId), clock.now())
    if (count > 0) {
      await recordAudit(tx, actor, {
        action: 'payout-account.open',
        entityType: 'provider',
        entityId: providerId,
        after: { accountId },
      })
    }
    return accountId
  })

/** Asks Stripe how the account stands now, when its owner comes back from there and waits for the answer. */
export async function refreshAccount(
  deps: Deps,
  actor: Actor,
  { providerId }: { providerId: string },
): Promise<void> {
  await requireOwner(deps, actor, providerId)
  const accountId = await liveAccount(deps, providerId)
  if (!accountId) return
  await awaitTarget(deps, accountTargetKey(accountId))
}

/** Leads an owner to the account's own pages at Stripe: bank account, tax forms, what was paid when. */
export async function openStripePages(
  deps: Deps,
  actor: Actor,
  { providerId }: { providerId: string },
): Promise<{ url: string }> {
  await requireOwner(deps, actor, providerId)
  const account = await deps.db.providerAccount.findFirst({
    where: {
      providerId,
      livemode: deps.livemode,
      state: { not: 'deauthorized' },
      hasDetails: true,
    },
    select: { id: true },
  })
  if (!account) throw new DomainError('precondition', 'account-not-set-up')
  return { url: await createLoginLink(deps.stripe, account.id) }
}
