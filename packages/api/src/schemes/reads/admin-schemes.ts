import type { DbOrTx } from '@archway/db/client'
import { notFound } from '../../shared/errors'
import { addMonths, dayOf } from '../rules/calendar'
import type { CalendarDate } from '../schema/calendar-date'
import { type SchemeDocument, schemeDocument, schemeParts } from '../schema/document'

/** Months after which somebody should read a source again. */
const reviewAfterMonths = 12

const oldestSource = ({ sources }: SchemeDocument): CalendarDate | null =>
  Object.values(sources)
    .map(({ verifiedOn }) => verifiedOn)
    .sort()[0] ?? null

/** Every certification with how its rules stand, those that are due to be read again first, longest due before the others. */
export async function listAdminSchemes(db: DbOrTx, now: Date) {
  const offerings = await db.offering.findMany({
    where: { kind: 'certification', status: { not: 'retired' } },
    select: {
      id: true,
      slug: true,
      title: true,
      origin: true,
      provider: { select: { name: true } },
      schemeVersions: { orderBy: { number: 'desc' }, take: 1 },
    },
    orderBy: [{ title: 'asc' }, { id: 'asc' }],
  })
  return offerings
    .map(({ schemeVersions: [last], provider, ...offering }) => {
      const document = last ? schemeDocument.parse(last.document) : null
      const checkedOn = document && oldestSource(document)
      return {
        ...offering,
        provider: provider.name,
        version: last?.number ?? 0,
        publishedAt: last?.publishedAt ?? null,
        status: document?.status ?? null,
        known: document ? schemeParts.filter((part) => document[part] !== null).length : 0,
        parts: schemeParts.length,
        checkedOn,
        isDue: checkedOn !== null && addMonths(checkedOn, reviewAfterMonths) <= dayOf(now),
      }
    })
    .sort((a, b) =>
      (a.isDue ? (a.checkedOn ?? '') : '9').localeCompare(b.isDue ? (b.checkedOn ?? '') : '9'),
    )
}

/** A certification's rules as they are edited: the newest version, and those before it. Throws `not_found`. */
export async function requireAdminScheme(db: DbOrTx, slug: string) {
  const offering = await db.offering.findFirst({
    where: { slug, kind: 'certification' },
    select: {
      id: true,
      slug: true,
      title: true,
      status: true,
      origin: true,
      schemeVersions: { orderBy: { number: 'desc' } },
    },
  })
  if (!offering) throw notFound('certification')
  const { schemeVersions, ...rest } = offering
  const [last] = schemeVersions
  return {
    ...rest,
    version: last?.number ?? 0,
    document: last ? schemeDocument.parse(last.document) : null,
    versions: schemeVersions.map(({ number, publishedAt }) => ({ number, publishedAt })),
  }
}
