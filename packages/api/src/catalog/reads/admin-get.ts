import type { DbOrTx } from '@archway/db/client'
import { notFound } from '../../shared/errors'
import { publishBlockersOf } from '../rules/publishing'
import { isListedKind } from '../schema/vocabulary'
import { getPublishFacts } from './publish-facts'

const person = { id: true, slug: true, name: true } as const

/** Everything that the editor of an offering shows, with what keeps it from being published. NOT_FOUND when there is none. */
export async function requireAdminOffering(db: DbOrTx, offeringId: string) {
  const row = await db.offering.findUnique({
    where: { id: offeringId },
    select: {
      id: true,
      slug: true,
      kind: true,
      origin: true,
      status: true,
      title: true,
      summary: true,
      descriptionHtml: true,
      level: true,
      durationMin: true,
      durationMax: true,
      durationUnit: true,
      workloadHours: true,
      hoursPerWeek: true,
      imageKey: true,
      ratingCenti: true,
      ratingCount: true,
      ratingSource: true,
      externalEnrolled: true,
      externalUrl: true,
      sourceName: true,
      sourceUrl: true,
      verifiedOn: true,
      publishAt: true,
      publishedAt: true,
      retiredAt: true,
      currentRevisionId: true,
      version: true,
      createdAt: true,
      updatedAt: true,
      provider: { select: person },
      languages: { orderBy: { position: 'asc' }, select: { language: true } },
      topics: { orderBy: { position: 'asc' }, select: { topic: { select: person } } },
      skills: { orderBy: { position: 'asc' }, select: { skill: { select: person } } },
      outcomes: { orderBy: { position: 'asc' }, select: { text: true } },
      faqs: { orderBy: { position: 'asc' }, select: { question: true, answerHtml: true } },
      people: {
        orderBy: { position: 'asc' },
        select: { role: true, person: { select: person } },
      },
      facts: {
        orderBy: { position: 'asc' },
        select: {
          key: true,
          label: true,
          value: true,
          sourceTitle: true,
          sourceUrl: true,
          verifiedOn: true,
        },
      },
      prices: {
        orderBy: [{ validTo: { sort: 'desc', nulls: 'first' } }, { currency: 'asc' }],
        select: {
          id: true,
          currency: true,
          amountMinor: true,
          period: true,
          note: true,
          validFrom: true,
          validTo: true,
        },
      },
      programCourses: {
        orderBy: { position: 'asc' },
        select: { course: { select: { id: true, slug: true, title: true, status: true } } },
      },
      inPrograms: { select: { program: { select: { id: true, slug: true, title: true } } } },
      importKeys: { select: { source: true, externalKey: true, updatedAt: true } },
      revisions: { where: { status: 'draft' }, select: { number: true } },
      _count: { select: { enrolments: true, reviews: true, orderLines: true } },
    },
  })
  if (row === null || !isListedKind(row.kind)) throw notFound('offering')
  const facts = await getPublishFacts(db, offeringId)
  const { durationMin, durationMax, durationUnit, revisions, _count, ...rest } = row
  return {
    ...rest,
    kind: row.kind,
    duration:
      durationUnit === null || durationMin === null || durationMax === null
        ? null
        : { min: durationMin, max: durationMax, unit: durationUnit },
    languages: row.languages.map(({ language }) => language),
    topics: row.topics.map(({ topic }) => topic),
    skills: row.skills.map(({ skill }) => skill),
    outcomes: row.outcomes.map(({ text }) => text),
    people: row.people.map(({ role, person: who }) => ({ ...who, role })),
    programCourses: row.programCourses.map(({ course }) => course),
    inPrograms: row.inPrograms.map(({ program }) => program),
    /** prices in force; `prices` holds the ended ones too */
    activePrices: row.prices.filter(({ validTo }) => validTo === null),
    draftRevision: revisions[0]?.number ?? null,
    publishBlockers: facts === null ? [] : publishBlockersOf(facts),
    counts: _count,
  }
}
export type AdminOffering = Awaited<ReturnType<typeof requireAdminOffering>>
