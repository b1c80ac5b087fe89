import type { DbOrTx } from '@archway/db/client'
import type { PublishFacts } from '../rules/publishing'
import { isListedKind } from '../schema/vocabulary'

/** What publishBlockersOf decides on; null when there is no such offering. */
export async function getPublishFacts(
  db: DbOrTx,
  offeringId: string,
): Promise<PublishFacts | null> {
  const row = await db.offering.findUnique({
    where: { id: offeringId },
    select: {
      kind: true,
      origin: true,
      summary: true,
      descriptionHtml: true,
      externalUrl: true,
      sourceUrl: true,
      languages: { select: { language: true } },
      prices: { where: { validTo: null }, select: { period: true } },
      currentRevision: { select: { _count: { select: { lessons: true } } } },
      programCourses: { select: { course: { select: { status: true } } } },
    },
  })
  if (row === null || !isListedKind(row.kind)) return null
  const { languages, prices, currentRevision, programCourses, kind, ...rest } = row
  return {
    ...rest,
    kind,
    languages: languages.map(({ language }) => language),
    pricePeriods: prices.map(({ period }) => period),
    lessons: currentRevision?._count.lessons ?? 0,
    courseStatuses: programCourses.map(({ course }) => course.status),
  }
}
