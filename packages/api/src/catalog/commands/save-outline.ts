import type { Tx } from '@archway/db/client'
import type { z } from 'zod'
import { recordAudit } from '../../audit/commands'
import type { Actor } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { conflict, invalid } from '../../shared/errors'
import type { saveOutlineInput } from '../schema/content'
import { lockCourse, nextVersion, requireDraft } from './draft-revision'

const DEFAULT_PASS_PERCENT = 70

type Outline = z.output<typeof saveOutlineInput>['modules']

/**
 * Makes the outline of a course's draft exactly the given one: order, names, minutes, what is a preview
 * and what is required. Lessons are known by key and keep their content wherever they move; what is not
 * in the outline any more is deleted. A lesson cannot become one of another kind. `outlineVersion` is
 * the one that the editor saw: when somebody else has changed the outline since, nothing is changed and
 * the answer is a conflict. Safe to repeat: an outline that is there already is the answer.
 */
export async function saveOutline(
  deps: Deps,
  actor: Actor,
  { offeringId, revisionId, outlineVersion, modules }: z.output<typeof saveOutlineInput>,
): Promise<{ outlineVersion: number }> {
  return await deps.db.$transaction(async (tx) => {
    await lockCourse(tx, actor, offeringId)
    const draft = await requireDraft(tx, offeringId, revisionId)
    const before = await outlineOf(tx, draft.id)
    if (JSON.stringify(before) === JSON.stringify(modules.map(asStored))) {
      return { outlineVersion: draft.outlineVersion }
    }
    if (draft.outlineVersion !== outlineVersion) throw conflict('changed-meanwhile')
    await requireSameKinds(tx, draft.id, modules)
    const moduleIds = await saveModules(tx, draft.id, modules)
    await saveLessons(tx, draft.id, modules, moduleIds)
    await tx.courseModule.deleteMany({
      where: { revisionId: draft.id, key: { notIn: modules.map(({ key }) => key) } },
    })
    const saved = await tx.courseRevision.update({
      where: { id: draft.id },
      data: { outlineVersion: { increment: 1 }, ...nextVersion },
      select: { outlineVersion: true },
    })
    await recordAudit(tx, actor, {
      action: 'course.save-outline',
      entityType: 'offering',
      entityId: offeringId,
      before,
      after: await outlineOf(tx, draft.id),
    })
    return saved
  })
}

async function requireSameKinds(tx: Tx, revisionId: string, modules: Outline): Promise<void> {
  const known = await tx.lesson.findMany({
    where: { revisionId },
    select: { key: true, kind: true },
  })
  const kinds = new Map(known.map(({ key, kind }) => [key, kind]))
  for (const [m, module] of modules.entries()) {
    for (const [l, lesson] of module.lessons.entries()) {
      const kind = kinds.get(lesson.key)
      if (kind !== undefined && kind !== lesson.kind) {
        throw invalid('lesson-kind-fixed', `modules.${m}.lessons.${l}.kind`, { key: lesson.key })
      }
    }
  }
}

async function saveModules(
  tx: Tx,
  revisionId: string,
  modules: Outline,
): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  for (const [position, { key, title, summary }] of modules.entries()) {
    const values = { position, title, summary }
    const { id } = await tx.courseModule.upsert({
      where: { revisionId_key: { revisionId, key } },
      create: { revisionId, key, ...values },
      update: values,
      select: { id: true },
    })
    ids.set(key, id)
  }
  return ids
}

async function saveLessons(
  tx: Tx,
  revisionId: string,
  modules: Outline,
  moduleIds: ReadonlyMap<string, string>,
): Promise<void> {
  const keys = modules.flatMap((module) => module.lessons.map(({ key }) => key))
  await tx.lesson.deleteMany({ where: { revisionId, key: { notIn: keys } } })
  for (const module of modules) {
    const moduleId = moduleIds.get(module.key) ?? ''
    for (const [position, { key, kind, ...values }] of module.lessons.entries()) {
      await tx.lesson.upsert({
        where: { revisionId_key: { revisionId, key } },
        create: {
          revisionId,
          moduleId,
          key,
          kind,
          position,
          passPercent: kind === 'quiz' ? DEFAULT_PASS_PERCENT : null,
          ...values,
        },
        update: { moduleId, position, ...values },
        select: { id: true },
      })
    }
  }
}

const outlineOf = (tx: Tx, revisionId: string) =>
  tx.courseModule.findMany({
    where: { revisionId },
    orderBy: { position: 'asc' },
    select: {
      key: true,
      title: true,
      summary: true,
      lessons: {
        orderBy: { position: 'asc' },
        select: {
          key: true,
          title: true,
          kind: true,
          minutes: true,
          isPreview: true,
          isRequired: true,
        },
      },
    },
  })

/** A module of the input with its fields in the order of `outlineOf`. */
const asStored = ({ key, title, summary, lessons }: Outline[number]) => ({
  key,
  title,
  summary,
  lessons: lessons.map((lesson) => ({
    key: lesson.key,
    title: lesson.title,
    kind: lesson.kind,
    minutes: lesson.minutes,
    isPreview: lesson.isPreview,
    isRequired: lesson.isRequired,
  })),
})
