import type { Tx } from '@archway/db/client'
import type { z } from 'zod'
import { recordAudit } from '../../audit/commands'
import type { Actor } from '../../shared/actor'
import { cacheTags } from '../../shared/cache-tags'
import type { Deps } from '../../shared/deps'
import { invalid, notFound } from '../../shared/errors'
import { sha256 } from '../../shared/hash'
import { enforce } from '../../shared/policy-result'
import { slugify } from '../../shared/slug'
import { canEditShared } from '../policy'
import type { createSkillInput, savePersonInput, saveTopicInput } from '../schema/editing'

export type SavedNoun = { id: string; slug: string; name: string }

/** A slug of the name, with a part of its hash when it has none or another thing has it. */
async function freeSlug(name: string, isTaken: (slug: string) => Promise<boolean>) {
  const slug = slugify(name)
  if (slug !== '' && !(await isTaken(slug))) return slug
  return `${(slug || 'x').slice(0, 70).replace(/-+$/, '')}-${sha256(name).slice(0, 8)}`
}

/** Creates a skill, or answers the one of that name: skills are one list for everybody. */
export async function createSkill(
  deps: Deps,
  actor: Actor,
  input: z.output<typeof createSkillInput>,
): Promise<SavedNoun> {
  enforce(canEditShared(actor))
  return await deps.db.$transaction(async (tx) => {
    const select = { id: true, slug: true, name: true } as const
    const slug = await freeSlug(
      input.name,
      async (candidate) =>
        (await tx.skill.findFirst({
          where: { slug: candidate, NOT: { name: input.name } },
          select: { id: true },
        })) !== null,
    )
    const [created] = await tx.skill.createManyAndReturn({
      data: [{ ...input, slug }],
      skipDuplicates: true,
      select,
    })
    if (!created) {
      return await tx.skill.findFirstOrThrow({
        where: { OR: [{ name: { equals: input.name, mode: 'insensitive' } }, { slug }] },
        select,
      })
    }
    await recordAudit(tx, actor, {
      action: 'skill.create',
      entityType: 'skill',
      entityId: created.id,
      after: created,
    })
    return created
  })
}

/** Creates a topic, or changes the one that is named by its id. A topic may not be its own ancestor. */
export async function saveTopic(
  deps: Deps,
  actor: Actor,
  { topicId, ...input }: z.output<typeof saveTopicInput>,
): Promise<SavedNoun> {
  enforce(canEditShared(actor))
  const select = { id: true, slug: true, name: true, description: true, parentId: true } as const
  const saved = await deps.db.$transaction(async (tx) => {
    await requireParent(tx, topicId, input.parentId)
    const before =
      topicId === undefined ? null : await tx.topic.findUnique({ where: { id: topicId }, select })
    if (topicId !== undefined && before === null) throw notFound('topic')
    const after =
      topicId === undefined
        ? await tx.topic.create({
            data: {
              ...input,
              position: await tx.topic.count(),
              slug: await freeSlug(
                input.name,
                async (slug) =>
                  (await tx.topic.findUnique({ where: { slug }, select: { id: true } })) !== null,
              ),
            },
            select,
          })
        : await tx.topic.update({ where: { id: topicId }, data: input, select })
    await recordAudit(tx, actor, {
      action: topicId === undefined ? 'topic.create' : 'topic.update',
      entityType: 'topic',
      entityId: after.id,
      before,
      after,
    })
    return after
  })
  deps.expireTags([cacheTags.catalog])
  return { id: saved.id, slug: saved.slug, name: saved.name }
}

async function requireParent(tx: Tx, topicId: string | undefined, parentId: string | null) {
  for (let id = parentId, depth = 0; id !== null; depth++) {
    if (id === topicId || depth > 20) throw invalid('own-ancestor', 'parentId')
    const parent: { parentId: string | null } | null = await tx.topic.findUnique({
      where: { id },
      select: { parentId: true },
    })
    if (parent === null) throw invalid('unknown-reference', 'parentId')
    id = parent.parentId
  }
}

/** Creates somebody who teaches or writes, or changes the one that is named by its id. */
export async function savePerson(
  deps: Deps,
  actor: Actor,
  { personId, ...input }: z.output<typeof savePersonInput>,
): Promise<SavedNoun> {
  enforce(canEditShared(actor))
  const select = {
    id: true,
    slug: true,
    name: true,
    title: true,
    bio: true,
    providerId: true,
  } as const
  const saved = await deps.db.$transaction(async (tx) => {
    if (input.providerId !== null) {
      const provider = await tx.provider.count({ where: { id: input.providerId } })
      if (provider === 0) throw invalid('unknown-reference', 'providerId')
    }
    const before =
      personId === undefined
        ? null
        : await tx.person.findUnique({ where: { id: personId }, select })
    if (personId !== undefined && before === null) throw notFound('person')
    const after =
      personId === undefined
        ? await tx.person.create({
            data: {
              ...input,
              slug: await freeSlug(
                input.name,
                async (slug) =>
                  (await tx.person.findUnique({ where: { slug }, select: { id: true } })) !== null,
              ),
            },
            select,
          })
        : await tx.person.update({ where: { id: personId }, data: input, select })
    await recordAudit(tx, actor, {
      action: personId === undefined ? 'person-profile.create' : 'person-profile.update',
      entityType: 'person-profile',
      entityId: after.id,
      before,
      after,
    })
    return after
  })
  deps.expireTags([cacheTags.catalog])
  return { id: saved.id, slug: saved.slug, name: saved.name }
}
