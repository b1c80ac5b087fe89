import { isSlug } from '@archway/api/shared/slug'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { GuideView } from '@/features/careers/guide/guide-view'
import { guideStructuredData } from '@/features/careers/guide/structured-data'
import type { GuideOfferingCard } from '@/features/careers/guide-offering-card'
import { loadGuide } from '@/features/careers/loaders'
import { OfferingCard } from '@/features/catalog/offering-card'
import { JsonLd } from '@/features/shell/json-ld'
import { breadcrumbList } from '@/lib/breadcrumb-list'
import { buildParam } from '@/lib/build-param'
import { absoluteUrl, pageMetadata } from '@/lib/page-metadata'
import { guidePath, socialImagePath } from '@/lib/paths'

export const ensureStatic = 'navigation'
export const generateStaticParams = () => [{ slug: buildParam }]

type Props = { params: Promise<{ slug: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params
  const loaded = isSlug(slug) ? await loadGuide(slug) : null
  if (!loaded) return {}
  const t = await getTranslations('careers.guide')
  const { question, summary } = loaded.guide
  return pageMetadata({
    title: t('metaTitle', { question }),
    description: summary,
    path: guidePath(slug),
    image: socialImagePath('guide', slug),
    type: 'article',
  })
}

export default async function GuidePage({ params }: Props) {
  const { slug } = await params
  if (!isSlug(slug)) notFound()
  const loaded = await loadGuide(slug)
  if (!loaded) notFound()
  const { guide, today } = loaded
  const t = await getTranslations()
  return (
    <>
      <GuideView guide={guide} today={today} card={Card} />
      <JsonLd
        data={[
          ...guideStructuredData(guide, {
            url: absoluteUrl(guidePath(slug)),
            image: absoluteUrl(socialImagePath('guide', slug)),
            site: { name: t('common.brand'), url: absoluteUrl('/') },
            today,
            locale: await getLocale(),
          }),
          breadcrumbList([
            { name: t('careers.guide.home'), path: '/' },
            { name: t('careers.guide.guides'), path: '/guides' },
            { name: guide.title, path: guidePath(slug) },
          ]),
        ]}
      />
    </>
  )
}

/** The catalogue's card with the guide's own reason on it. */
function Card({ guideOffering, headingLevel }: GuideOfferingCard) {
  return (
    <OfferingCard
      offering={guideOffering.offering}
      reason={guideOffering.why}
      headingLevel={headingLevel}
    />
  )
}
