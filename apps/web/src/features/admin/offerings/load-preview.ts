import 'server-only'
import type { AdminOffering } from '@archway/api/catalog/reads/admin-get'
import { getOutline } from '@archway/api/catalog/reads/get-outline'
import { listCards } from '@archway/api/catalog/reads/offering-cards'
import type { OfferingPage } from '@archway/api/catalog/schema/search'
import { notFound } from 'next/navigation'
import { deps } from '@/lib/deps'

/**
 * An offering in any state as its public page would show it once it is published. `revision` is the
 * edition whose outline is shown. What others say and where it leads to is not part of a preview.
 */
export async function loadPreview(
  offering: AdminOffering,
  revision: (Pick<NonNullable<OfferingPage['revision']>, 'number'> & { id: string }) | null,
): Promise<OfferingPage> {
  const { db } = deps()
  const courseIds = offering.programCourses.map(({ id }) => id)
  const [[card, ...programCourses], outline] = await Promise.all([
    listCards(db, [offering.id, ...courseIds]),
    revision ? getOutline(db, revision.id) : [],
  ])
  if (!card) notFound()
  return {
    ...card,
    status: 'published',
    descriptionHtml: offering.descriptionHtml,
    hoursPerWeek: offering.hoursPerWeek,
    skills: offering.skills.map(({ slug, name }) => ({ slug, name, kind: 'technical' })),
    topics: offering.topics,
    outcomes: offering.outcomes,
    faqs: offering.faqs,
    people: offering.people.map((person) => ({ ...person, title: '', bio: '' })),
    facts: offering.facts,
    externalUrl: offering.externalUrl,
    sourceName: offering.sourceName,
    sourceUrl: offering.sourceUrl,
    verifiedOn: offering.verifiedOn,
    publishedAt: offering.publishedAt,
    updatedAt: offering.updatedAt,
    providerSummary: '',
    outline,
    revision: revision ? { number: revision.number, publishedAt: null, changeNote: '' } : null,
    programCourses,
    inPrograms: [],
    related: [],
    guides: [],
    offers: [],
    exclusiveCurrencies: null,
    hasRegionalPrices: false,
  }
}
