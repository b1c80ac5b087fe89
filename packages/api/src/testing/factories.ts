import { randomUUID } from 'node:crypto'
import type { DbOrTx } from '@archway/db/client'
import type { Prisma } from '@archway/db/generated/client'

/** A short random suffix, so that rows of different tests do not meet in a unique key. */
const suffix = () => randomUUID().slice(0, 8)

export const makeUser = (db: DbOrTx, data: Partial<Prisma.UserCreateInput> = {}) =>
  db.user.create({
    data: {
      email: `person-${suffix()}@example.test`,
      name: 'Ada Example',
      emailVerified: new Date('2026-01-01T00:00:00Z'),
      ...data,
    },
  })

export const makeProvider = (db: DbOrTx, data: Partial<Prisma.ProviderCreateInput> = {}) =>
  db.provider.create({
    data: { slug: `provider-${suffix()}`, name: 'Example University', kind: 'university', ...data },
  })

/** A published offering of our own, sold at USD 49.00 unless told otherwise. */
export async function makeOffering(
  db: DbOrTx,
  options: {
    providerId?: string
    prices?: { currency: string; amountMinor: bigint }[]
    data?: Partial<Prisma.OfferingUncheckedCreateInput>
  } = {},
) {
  const providerId = options.providerId ?? (await makeProvider(db)).id
  return await db.offering.create({
    data: {
      slug: `offering-${suffix()}`,
      kind: 'course',
      origin: 'own',
      status: 'published',
      publishedAt: new Date('2026-01-01T00:00:00Z'),
      title: 'An example course',
      level: 'beginner',
      providerId,
      prices: { create: options.prices ?? [{ currency: 'USD', amountMinor: 4900n }] },
      languages: { create: [{ language: 'en' }] },
      ...options.data,
    },
  })
}

/** What `makeCourse` builds: two modules with an article, a video and a quiz of two questions. */
export async function makeCourse(
  db: DbOrTx,
  options: Parameters<typeof makeOffering>[1] & { changeNote?: string } = {},
) {
  const offering = await makeOffering(db, options)
  const revision = await publishRevision(db, offering.id, 1, options?.changeNote ?? 'First edition')
  return { offering, revision }
}

/** Adds a published revision with the standard content and makes it the current one. */
export async function publishRevision(
  db: DbOrTx,
  offeringId: string,
  number: number,
  changeNote: string,
  extraLessonKey?: string,
) {
  const revision = await db.courseRevision.create({ data: { offeringId, number, changeNote } })
  const modules = await Promise.all(
    ['basics', 'practice'].map((key, position) =>
      db.courseModule.create({
        data: { revisionId: revision.id, key, position, title: `Module ${key}` },
      }),
    ),
  )
  const common = { revisionId: revision.id, minutes: 10 }
  const basics = { ...common, moduleId: modules[0]!.id }
  await db.lesson.create({
    data: {
      ...basics,
      key: 'read',
      position: 0,
      kind: 'article',
      title: 'Read',
      isPreview: true,
      bodyHtml: '<p>Text</p>',
    },
  })
  await db.lesson.create({
    data: {
      ...basics,
      key: 'watch',
      position: 1,
      kind: 'video',
      title: 'Watch',
      videoSeconds: 100,
      videoKey: 'test/watch.webm',
    },
  })
  if (extraLessonKey) {
    await db.lesson.create({
      data: { ...basics, key: extraLessonKey, position: 2, kind: 'article', title: 'More' },
    })
  }
  await db.lesson.create({
    data: {
      ...common,
      moduleId: modules[1]!.id,
      key: 'quiz',
      position: 0,
      kind: 'quiz',
      title: 'Quiz',
      passPercent: 50,
      questions: {
        create: [0, 1].map((position) => ({
          position,
          kind: 'single' as const,
          promptHtml: `<p>Question ${position}</p>`,
          explanationHtml: '<p>Because.</p>',
          options: {
            create: [true, false, false].map((isCorrect, index) => ({
              position: index,
              text: `Option ${index}`,
              isCorrect,
            })),
          },
        })),
      },
    },
  })
  await db.courseRevision.update({
    where: { id: revision.id },
    data: { status: 'published', publishedAt: new Date('2026-01-01T00:00:00Z') },
  })
  await db.offering.update({
    where: { id: offeringId },
    data: { currentRevisionId: revision.id },
  })
  return revision
}

/** A published bundle of offerings. */
export const makeBundle = (
  db: DbOrTx,
  offeringIds: readonly string[],
  prices: { currency: string; amountMinor: bigint }[],
  data: Partial<Prisma.BundleCreateInput> = {},
) =>
  db.bundle.create({
    data: {
      slug: `bundle-${suffix()}`,
      title: 'An example bundle',
      summary: 'Two of them at one price.',
      status: 'published',
      publishedAt: new Date('2026-01-01T00:00:00Z'),
      offerings: { create: offeringIds.map((offeringId, position) => ({ offeringId, position })) },
      prices: { create: prices },
      ...data,
    },
  })
