import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { OfferingCard } from '@/features/catalog/offering-card'
import { HomeView } from '@/features/home/home-view'
import { loadHome } from '@/features/home/loaders'
import { loadMonthlyPrices } from '@/features/membership/loaders'
import { JsonLd } from '@/features/shell/json-ld'
import { buildParam } from '@/lib/build-param'
import { absoluteUrl, pageMetadata } from '@/lib/page-metadata'
import { socialImagePath } from '@/lib/paths'

export const ensureStatic = 'navigation'
export const generateStaticParams = () => [{ locale: buildParam }]

type Props = { params: Promise<{ locale: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  if ((await params).locale === buildParam) return {}
  const t = await getTranslations('home')
  return pageMetadata({
    title: t('title'),
    description: t('description'),
    path: '/',
    image: socialImagePath('page', 'home'),
    isTitleComplete: true,
  })
}

export default async function HomePage({ params }: Props) {
  if ((await params).locale === buildParam) notFound()
  const t = await getTranslations('common')
  return (
    <>
      <HomeView
        home={await loadHome()}
        membershipPrices={await loadMonthlyPrices()}
        card={OfferingCard}
      />
      <JsonLd
        data={{
          '@context': 'https://schema.org',
          '@type': 'WebSite',
          name: t('brand'),
          url: absoluteUrl('/'),
          publisher: { '@type': 'Organization', name: t('brand'), url: absoluteUrl('/') },
          potentialAction: {
            '@type': 'SearchAction',
            target: `${absoluteUrl('/catalogue')}?q={search_term_string}`,
            'query-input': 'required name=search_term_string',
          },
        }}
      />
    </>
  )
}
