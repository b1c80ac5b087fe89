import type { Tx } from '@archway/db/client'
import type { z } from 'zod'
import { recordAudit } from '../../audit/commands'
import type { Actor } from '../../shared/actor'
import { cacheTags } from '../../shared/cache-tags'
import type { Deps } from '../../shared/deps'
import { conflict, DomainError, invalid, notFound } from '../../shared/errors'
import { sanitiseHtml } from '../../shared/html'
import { requireChange, unlessNothingChanged } from '../../shared/nothing-changed'
import { enforce } from '../../shared/policy-result'
import { slugify } from '../../shared/slug'
import { isUniqueViolation } from '../../shared/unique-violation'
import { canEditProvider } from '../policy'
import type { createProviderInput, updateProviderInput } from '../schema'

/** Creates a provider. A slug that is taken is refused in the field's name. */
export async function createProvider(
  deps: Deps,
  actor: Actor,
  input: z.output<typeof createProviderInput>,
): Promise<{ providerId: string; slug: string }> {
  enforce(canEditProvider(actor))
  const slug = input.slug ?? slugify(input.name)
  if (slug === '') throw invalid('slug-needed', 'slug')
  return await deps.db.$transaction(async (tx) => {
    const [row] = await tx.provider.createManyAndReturn({
      data: [{ ...input, slug, createdAt: deps.clock.now() }],
      skipDuplicates: true,
      select: { id: true },
    })
    if (!row) throw invalid('slug-taken', 'slug')
    await recordAudit(tx, actor, {
      action: 'provider.create',
      entityType: 'provider',
      entityId: row.id,
      after: { ...input, slug },
    })
    return { providerId: row.id, slug }
  })
}

const editable = {
  slug: true,
  name: true,
  kind: true,
  country: true,
  websiteUrl: true,
  logoKey: true,
  summary: true,
  description: true,
  shareBps: true,
  sourceUrl: true,
  verifiedOn: true,
} as const

/** The unique key of slugs is the last word, also when two want one at the same moment. */
function refuseTakenSlug(error: unknown): never {
  throw isUniqueViolation(error) ? invalid('slug-taken', 'slug') : error
}

/**
 * Changes a provider, unless it was changed since the editor saw it. Its new share counts for orders
 * from now on; those that were placed keep theirs. What is there already leaves no trace.
 */
export async function updateProvider(
  deps: Deps,
  actor: Actor,
  { providerId, updatedAt, changes }: z.output<typeof updateProviderInput>,
): Promise<{ updatedAt: Date }> {
  enforce(canEditProvider(actor))
  const { descriptionHtml, ...fields } = changes
  // Times are compared as the browser knows them, to the millisecond, so the next one is another.
  const next = new Date(updatedAt.getTime() + 1)
  const change = deps.db.$transaction(async (tx) => {
    const before = await tx.provider.findUnique({ where: { id: providerId }, select: editable })
    if (before === null) throw notFound('provider')
    const { count } = await tx.provider
      .updateMany({
        where: { id: providerId, updatedAt: { gte: updatedAt, lt: next } },
        data: {
          ...fields,
          description: descriptionHtml === undefined ? undefined : sanitiseHtml(descriptionHtml),
          updatedAt: new Date(Math.max(Date.now(), next.getTime())),
        },
      })
      .catch(refuseTakenSlug)
    if (count !== 1) throw conflict('changed-meanwhile')
    const { updatedAt: savedAt, ...after } = await tx.provider.findUniqueOrThrow({
      where: { id: providerId },
      select: { ...editable, updatedAt: true },
    })
    requireChange(before, after)
    await recordAudit(tx, actor, {
      action: 'provider.update',
      entityType: 'provider',
      entityId: providerId,
      before,
      after,
    })
    return { updatedAt: savedAt }
  })
  const saved = await unlessNothingChanged(change)
  if (saved === null) return { updatedAt }
  deps.expireTags([cacheTags.catalog, cacheTags.provider(providerId)])
  return saved
}

/** Deletes a provider that has no offerings; one that has is refused. Deleting it again does nothing. */
export async function deleteProvider(
  deps: Deps,
  actor: Actor,
  { providerId }: { providerId: string },
): Promise<void> {
  enforce(canEditProvider(actor))
  await deps.db.$transaction(async (tx) => {
    await tx.$queryRaw`select 1 from providers where id = ${providerId}::uuid for update`
    const before = await tx.provider.findUnique({
      where: { id: providerId },
      select: { ...editable, _count: { select: { offerings: true } } },
    })
    if (before === null) return
    if (before._count.offerings > 0) {
      throw new DomainError('precondition', 'provider-has-offerings', {
        count: before._count.offerings,
      })
    }
    await tx.provider.delete({ where: { id: providerId } })
    await recordAudit(tx, actor, {
      action: 'provider.delete',
      entityType: 'provider',
      entityId: providerId,
      before,
    })
  })
  deps.expireTags([cacheTags.catalog, cacheTags.provider(providerId)])
}

/**
 * Makes somebody with an account a member of a provider, or changes the role of a member. Doing it
 * again does nothing; changes of one provider's members come one after the other.
 */
export async function addMember(
  deps: Deps,
  actor: Actor,
  { providerId, email, role }: { providerId: string; email: string; role: 'owner' | 'editor' },
): Promise<{ userId: string }> {
  enforce(canEditProvider(actor))
  return await deps.db.$transaction(async (tx) => {
    await holdProvider(tx, providerId)
    const user = await tx.user.findUnique({ where: { email }, select: { id: true } })
    if (user === null) throw invalid('no-such-account', 'email')
    const key = { providerId_userId: { providerId, userId: user.id } }
    const before = await tx.providerMember.findUnique({ where: key, select: { role: true } })
    if (before?.role === role) return { userId: user.id }
    await tx.providerMember.upsert({
      where: key,
      create: { providerId, userId: user.id, role, createdAt: deps.clock.now() },
      update: { role },
    })
    await recordAudit(tx, actor, {
      action: 'provider.add-member',
      entityType: 'provider',
      entityId: providerId,
      before,
      after: { userId: user.id, role },
    })
    return { userId: user.id }
  })
}

/** Keeps the provider from being deleted, and its members from being changed by somebody else. */
async function holdProvider(tx: Tx, providerId: string): Promise<void> {
  const rows = await tx.$queryRaw<unknown[]>`
    select 1 from providers where id = ${providerId}::uuid for no key update`
  if (rows.length === 0) throw notFound('provider')
}

/** Ends a membership. Ending it again does nothing. */
export async function removeMember(
  deps: Deps,
  actor: Actor,
  { providerId, userId }: { providerId: string; userId: string },
): Promise<void> {
  enforce(canEditProvider(actor))
  await deps.db.$transaction(async (tx) => {
    const { count } = await tx.providerMember.deleteMany({ where: { providerId, userId } })
    if (count === 0) return
    await recordAudit(tx, actor, {
      action: 'provider.remove-member',
      entityType: 'provider',
      entityId: providerId,
      before: { userId },
    })
  })
}
