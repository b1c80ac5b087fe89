import type { DbOrTx } from '@archway/db/client'
import { contentOf } from '../../bank/reads/preview'
import { notFound } from '../../shared/errors'
import { itemDetail, qualityFigures } from '../schema'

/** Every exam with forms, and its figures as of the last night that worked them out. */
export async function listExamStatistics(db: DbOrTx) {
  const exams = await db.offering.findMany({
    where: { schemeVersions: { some: { forms: { some: {} } } } },
    orderBy: { title: 'asc' },
    select: { id: true, title: true, slug: true },
  })
  const labels = await db.qualityLabel.findMany({
    where: { offeringId: { in: exams.map((exam) => exam.id) } },
    orderBy: [{ offeringId: 'asc' }, { schemeNumber: 'desc' }, { asOf: 'desc' }],
    distinct: ['offeringId'],
  })
  return exams.map((exam) => {
    const label = labels.find((one) => one.offeringId === exam.id)
    return {
      ...exam,
      latest: label
        ? {
            asOf: label.asOf,
            schemeNumber: label.schemeNumber,
            ...qualityFigures.parse(label.figures),
          }
        : null,
    }
  })
}

/** One exam: its figures over time and the newest ones of every item. Throws `not_found`. */
export async function requireExamStatistics(db: DbOrTx, offeringId: string) {
  const exam = await db.offering.findFirst({
    where: { id: offeringId, schemeVersions: { some: { forms: { some: {} } } } },
    select: { id: true, title: true, slug: true },
  })
  if (!exam) throw notFound('exam')
  const labels = await db.qualityLabel.findMany({
    where: { offeringId },
    orderBy: [{ schemeNumber: 'desc' }, { asOf: 'desc' }],
    take: 90,
  })
  const newest = labels[0] ?? null
  const items = newest
    ? await db.itemStatistic.findMany({
        where: { asOf: newest.asOf, version: { item: { offeringId } } },
        orderBy: { version: { item: { code: 'asc' } } },
        select: {
          versionId: true,
          n: true,
          p: true,
          itemRest: true,
          medianSeconds: true,
          exposure: true,
          verdict: true,
          detail: true,
          version: { select: { number: true, domain: true, item: { select: { code: true } } } },
        },
      })
    : []
  return {
    ...exam,
    history: labels
      .filter((label) => label.schemeNumber === newest?.schemeNumber)
      .map((label) => ({ asOf: label.asOf, ...qualityFigures.parse(label.figures) }))
      .reverse(),
    items: items.map(({ detail, version, ...row }) => {
      const { difficulty, dif, reasons } = itemDetail.parse(detail)
      return { ...row, code: version.item.code, domain: version.domain, difficulty, dif, reasons }
    }),
  }
}

/** One item by its newest figures, with what it asks. Throws `not_found`. */
export async function requireItemStatistic(db: DbOrTx, versionId: string) {
  const row = await db.itemStatistic.findFirst({
    where: { versionId },
    orderBy: { asOf: 'desc' },
    include: {
      version: {
        select: {
          number: true,
          kind: true,
          content: true,
          domain: true,
          objective: true,
          item: {
            select: { id: true, code: true, offering: { select: { id: true, title: true } } },
          },
        },
      },
    },
  })
  if (!row) throw notFound('item')
  const { detail, version, ...figures } = row
  return {
    ...figures,
    ...itemDetail.parse(detail),
    number: version.number,
    code: version.item.code,
    itemId: version.item.id,
    exam: version.item.offering,
    domain: version.domain,
    objective: version.objective,
    stem: contentOf(version).content.stem,
  }
}
