import type { DbOrTx } from '@archway/db/client'
import { getTaxSettings } from '../../tax/reads/tax-settings'
import type { OfferingPage } from '../schema/search'
import { getOutline } from './get-outline'
import { listCards } from './offering-cards'
import { listRunningOffers } from './price-history'
import { listRelatedIds } from './related'

/**
 * Everything that the public page of an offering shows; null when there is none or it is not public.
 * Retired ones are public, marked as such, so that links to them and learners' receipts keep working.
 * Nothing of a quiz is read but how many questions it has.
 */
export async function getOfferingBySlug(db: DbOrTx, slug: string): Promise<OfferingPage | null> {
  const row = await db.offering.findFirst({
    where: { slug, status: { in: ['published', 'retired'] } },
    select: {
      id: true,
      status: true,
      descriptionHtml: true,
      hoursPerWeek: true,
      externalUrl: true,
      sourceName: true,
      sourceUrl: true,
      verifiedOn: true,
      publishedAt: true,
      updatedAt: true,
      currentRevisionId: true,
      currentRevision: { select: { number: true, publishedAt: true, changeNote: true } },
      provider: { select: { summary: true } },
      skills: {
        orderBy: { position: 'asc' },
        select: { skill: { select: { slug: true, name: true, kind: true } } },
      },
      topics: {
        orderBy: { position: 'asc' },
        select: { topic: { select: { slug: true, name: true } } },
      },
      outcomes: { orderBy: { position: 'asc' }, select: { text: true } },
      faqs: { orderBy: { position: 'asc' }, select: { question: true, answerHtml: true } },
      people: {
        orderBy: { position: 'asc' },
        select: {
          role: true,
          person: { select: { slug: true, name: true, title: true, bio: true } },
        },
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
      programCourses: { orderBy: { position: 'asc' }, select: { courseId: true } },
      inPrograms: {
        where: { program: { status: 'published' } },
        orderBy: { program: { title: 'asc' } },
        select: { programId: true },
      },
      guides: {
        where: { guide: { status: 'published' } },
        distinct: ['guideId'],
        select: { guide: { select: { slug: true, title: true } } },
      },
    },
  })
  if (row === null) return null
  const courseIds = row.programCourses.map(({ courseId }) => courseId)
  const programIds = row.inPrograms.map(({ programId }) => programId)
  const relatedIds = await listRelatedIds(db, row.id, [...courseIds, ...programIds])
  const [cards, outline, offers, tax, regional] = await Promise.all([
    listCards(db, [row.id, ...new Set([...courseIds, ...programIds, ...relatedIds])]),
    row.currentRevisionId === null ? [] : getOutline(db, row.currentRevisionId),
    listRunningOffers(db, row.id),
    getTaxSettings(db, []),
    db.regionalPrice.findFirst({ where: { offeringId: row.id }, select: { id: true } }),
  ])
  const byId = new Map(cards.map((card) => [card.id, card]))
  const pick = (ids: readonly string[]) =>
    ids.map((id) => byId.get(id)).filter((card) => card !== undefined)
  const [card] = pick([row.id])
  if (card === undefined) return null
  return {
    ...card,
    status: row.status === 'retired' ? 'retired' : 'published',
    descriptionHtml: row.descriptionHtml,
    hoursPerWeek: row.hoursPerWeek,
    skills: row.skills.map(({ skill }) => skill),
    topics: row.topics.map(({ topic }) => topic),
    outcomes: row.outcomes.map(({ text }) => text),
    faqs: row.faqs,
    people: row.people.map(({ role, person }) => ({ ...person, role })),
    facts: row.facts,
    externalUrl: row.externalUrl,
    sourceName: row.sourceName,
    sourceUrl: row.sourceUrl,
    verifiedOn: row.verifiedOn,
    publishedAt: row.publishedAt,
    updatedAt: row.updatedAt,
    providerSummary: row.provider.summary,
    outline,
    revision: row.currentRevision,
    programCourses: pick(courseIds),
    inPrograms: pick(programIds),
    related: pick(relatedIds),
    guides: row.guides.map(({ guide }) => guide),
    offers,
    exclusiveCurrencies: tax.seller.registrations.length === 0 ? null : tax.exclusiveCurrencies,
    hasRegionalPrices: regional !== null,
  }
}
