import type { OfferingKind } from '@archway/api/catalog/schema/vocabulary'
import { isSlug } from '@archway/api/shared/slug'
import type { Metadata } from 'next'
import { notFound, permanentRedirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { loadBundlesWith } from '@/features/catalog/bundle/loaders'
import { loadOffering } from '@/features/catalog/loaders'
import { OfferingView } from '@/features/catalog/offering/offering-view'
import { saleOf } from '@/features/catalog/offering/sale'
import { offeringStructuredData } from '@/features/catalog/offering/structured-data'
import { loadQualityLabel } from '@/features/exam-quality/loaders'
import { QualityLabel } from '@/features/exam-quality/quality-label'
import { loadMonthlyPrices } from '@/features/membership/loaders'
import { loadReviews } from '@/features/reviews/loaders'
import { reviewsAnchor } from '@/features/reviews/review-path'
import { ReviewsSection } from '@/features/reviews/reviews-section'
import { coveredFacts } from '@/features/schemes/covered-facts'
import { loadScheme } from '@/features/schemes/loaders'
import { SchemeSection } from '@/features/schemes/scheme-section'
import { JsonLd } from '@/features/shell/json-ld'
import { breadcrumbList } from '@/lib/breadcrumb-list'
import { pageMetadata } from '@/lib/page-metadata'
import { cataloguePath, offeringPath, socialImagePath } from '@/lib/paths'
import { promiseBefore } from '@/lib/promise-before'

/** Metadata of an offering's page; nothing for one that does not exist. */
export async function offeringMetadata(kind: OfferingKind, slug: string): Promise<Metadata> {
  const loaded = isSlug(slug) ? await loadOffering(slug) : null
  if (!loaded || loaded.offering.kind !== kind) return {}
  const { offering } = loaded
  const t = await getTranslations('social')
  return pageMetadata({
    title: `${offering.title} ${t('by', { provider: offering.provider.name })}`,
    description: offering.summary,
    path: offeringPath(offering),
    image: socialImagePath(kind, slug),
  })
}

/** The page of an offering, the same for all three kinds; under the address of another kind it moves. */
export async function OfferingRoute({ kind, slug }: { kind: OfferingKind; slug: string }) {
  const loaded = await loadOffering(slug)
  if (!loaded) notFound()
  const { offering, today } = loaded
  if (offering.kind !== kind) permanentRedirect(offeringPath(offering))
  const sale = saleOf(offering, false)
  const scheme = kind === 'certification' ? await loadScheme(slug) : null
  const quality = scheme ? await loadQualityLabel(offering.id) : null
  const isReviewed = offering.origin === 'own' && kind === 'course'
  const isExam = kind === 'certification'
  const use = isExam ? ({ purpose: 'exam_attempt', isUsed: false } as const) : undefined
  const t = await getTranslations()
  return (
    <>
      <OfferingView
        offering={offering}
        today={today}
        bundles={offering.origin === 'own' ? await loadBundlesWith(offering.id) : []}
        membershipPrices={sale.type === 'paid' ? await loadMonthlyPrices() : []}
        refundText={sale.type === 'paid' ? await promiseBefore(sale.price.amountMinor, use) : null}
        coveredFacts={scheme ? coveredFacts(scheme.document) : undefined}
        rules={
          scheme ? (
            <>
              <SchemeSection scheme={scheme} />
              {quality ? <QualityLabel label={quality} /> : null}
            </>
          ) : null
        }
        reviewsHref={isReviewed ? `#${reviewsAnchor(slug)}` : undefined}
        reviews={
          isReviewed ? (
            <ReviewsSection reviews={await loadReviews(offering.id)} courseSlug={slug} />
          ) : null
        }
      />
      <JsonLd
        data={[
          offeringStructuredData(offering, today),
          breadcrumbList([
            { name: t('common.nav.catalogue'), path: '/catalogue' },
            { name: t(`catalog.kinds.${kind}`), path: cataloguePath('kind', kind) },
            { name: offering.title, path: offeringPath(offering) },
          ]),
        ]}
      />
    </>
  )
}
