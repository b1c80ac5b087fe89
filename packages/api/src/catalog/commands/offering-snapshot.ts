import type { DbOrTx } from '@archway/db/client'

/**
 * An offering as the audit log keeps it: under the names of the update's fields, and all of them, since what
 * is the same here counts as unchanged.
 */
export async function getOfferingSnapshot(
  db: DbOrTx,
  offeringId: string,
): Promise<Record<string, unknown>> {
  const row = await db.offering.findUniqueOrThrow({
    where: { id: offeringId },
    select: {
      slug: true,
      title: true,
      summary: true,
      descriptionHtml: true,
      level: true,
      providerId: true,
      durationMin: true,
      durationMax: true,
      durationUnit: true,
      workloadHours: true,
      hoursPerWeek: true,
      imageKey: true,
      externalUrl: true,
      sourceUrl: true,
      verifiedOn: true,
      languages: { orderBy: { position: 'asc' }, select: { language: true } },
      topics: { orderBy: { position: 'asc' }, select: { topic: { select: { slug: true } } } },
      skills: { orderBy: { position: 'asc' }, select: { skill: { select: { slug: true } } } },
      outcomes: { orderBy: { position: 'asc' }, select: { text: true } },
      faqs: { orderBy: { position: 'asc' }, select: { question: true, answerHtml: true } },
      people: {
        orderBy: { position: 'asc' },
        select: { role: true, person: { select: { slug: true } } },
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
        where: { validTo: null },
        orderBy: [{ currency: 'asc' }, { period: 'asc' }],
        select: { currency: true, amountMinor: true, period: true, note: true },
      },
      programCourses: {
        orderBy: { position: 'asc' },
        select: { course: { select: { slug: true } } },
      },
    },
  })
  const { durationMin, durationMax, durationUnit, ...rest } = row
  return {
    ...rest,
    duration:
      durationUnit === null ? null : { min: durationMin, max: durationMax, unit: durationUnit },
    languages: row.languages.map(({ language }) => language),
    topicIds: row.topics.map(({ topic }) => topic.slug),
    skillIds: row.skills.map(({ skill }) => skill.slug),
    outcomes: row.outcomes.map(({ text }) => text),
    people: row.people.map(({ role, person }) => `${person.slug} (${role})`),
    programCourseIds: row.programCourses.map(({ course }) => course.slug),
  }
}
