import type { Tx } from '@archway/db/client'
import type { z } from 'zod'
import { recordAudit } from '../../audit/commands'
import type { Actor } from '../../shared/actor'
import { cacheTags } from '../../shared/cache-tags'
import type { Deps } from '../../shared/deps'
import { invalid, notFound } from '../../shared/errors'
import { isSameData } from '../../shared/nothing-changed'
import { enforce } from '../../shared/policy-result'
import { canEditShared } from '../policy'
import type { createSkillInput, savePersonInput, saveTopicInput } from '../schema/editing'
import { insertWithFreeSlug } from './free-slug'
import { keepProvider } from './keep-rows'

export type SavedNoun = { id: string; slug: string; name: string }

/** Inserts a noun under a free slug; refuses a name that a thousand have. */
async function insertNamed<Row>(
  name: string,
  noun: string,
  insert: (slug: string) => Promise<Row | null>,
): Promise<Row> {
  const row = await insertWithFreeSlug(name, noun, insert)
  if (row === null) throw invalid('slug-taken', 'name')
  return row
}

/**
 * Creates a skill, or answers the one of that name: skills are one list for everybody. Two at once
 * are one.
 */
export async function createSkill(
  deps: Deps,
  actor: Actor,
  input: z.output<typeof createSkillInput>,
): Promise<SavedNoun> {
  enforce(canEditShared(actor))
  return await deps.db.$transaction(async (tx) => {
    const select = { id: true, slug: true, name: true } as const
    const { skill, isNew } = await insertNamed(input.name, 'skill', async (slug) => {
      const [created] = await tx.skill.createManyAndReturn({
        data: [{ ...input, slug }],
        skipDuplicates: true,
        select,
      })
      if (created) return { skill: created, isNew: true }
      const known = await tx.skill.findUnique({ where: { name: input.name }, select })
      return known && { skill: known, isNew: false }
    })
    if (!isNew) return skill
    await recordAudit(tx, actor, {
      action: 'skill.create',
      entityType: 'skill',
      entityId: skill.id,
      after: skill,
    })
    return skill
  })
}

/**
 * Creates a topic, or changes the one that is named by its id. A topic may not be its own ancestor,
 * nor become it by two changes at once.
 */
export async function saveTopic(
  deps: Deps,
  actor: Actor,
  { topicId, ...input }: z.output<typeof saveTopicInput>,
): Promise<SavedNoun> {
  enforce(canEditShared(actor))
  const select = { id: true, slug: true, name: true, description: true, parentId: true } as const
  const saved = await deps.db.$transaction(async (tx) => {
    // A new topic is nobody's ancestor yet; when one moves, the others stay where they are meanwhile.
    if (topicId !== undefined) {
      await tx.$queryRaw`select 1 from topics order by id for no key update`
    }
    await requireParent(tx, topicId, input.parentId)
    const before =
      topicId === undefined ? null : await tx.topic.findUnique({ where: { id: topicId }, select })
    if (topicId !== undefined && before === null) throw notFound('topic')
    const after =
      topicId === undefined
        ? await insertNamed(input.name, 'topic', async (slug) => {
            const [created] = await tx.topic.createManyAndReturn({
              data: [{ ...input, slug, position: await tx.topic.count() }],
              skipDuplicates: true,
              select,
            })
            return created ?? null
          })
        : await tx.topic.update({ where: { id: topicId }, data: input, select })
    if (isSameData(before, after)) return after
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
    if (input.providerId !== null && !(await keepProvider(tx, input.providerId))) {
      throw invalid('unknown-reference', 'providerId')
    }
    const before =
      personId === undefined
        ? null
        : await tx.person.findUnique({ where: { id: personId }, select })
    if (personId !== undefined && before === null) throw notFound('person')
    const after =
      personId === undefined
        ? await insertNamed(input.name, 'person', async (slug) => {
            const [created] = await tx.person.createManyAndReturn({
              data: [{ ...input, slug }],
              skipDuplicates: true,
              select,
            })
            return created ?? null
          })
        : await tx.person.update({ where: { id: personId }, data: input, select })
    if (isSameData(before, after)) return after
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
