import { isSlug } from '@archway/api/shared/slug'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { loadProvider } from '@/features/catalog/loaders'
import { ProviderView } from '@/features/catalog/provider/provider-view'
import { JsonLd } from '@/features/shell/json-ld'
import { breadcrumbList } from '@/lib/breadcrumb-list'
import { buildParam } from '@/lib/build-param'
import { absoluteUrl, pageMetadata } from '@/lib/page-metadata'
import { providerPath, socialImagePath } from '@/lib/paths'

export const ensureStatic = 'navigation'
export const generateStaticParams = () => [{ slug: buildParam }]

type Props = { params: Promise<{ slug: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params
  const provider = isSlug(slug) ? await loadProvider(slug) : null
  if (!provider) return {}
  return pageMetadata({
    title: provider.name,
    description: provider.summary,
    path: providerPath(slug),
    image: socialImagePath('provider', slug),
  })
}

export default async function ProviderPage({ params }: Props) {
  const { slug } = await params
  if (!isSlug(slug)) notFound()
  const provider = await loadProvider(slug)
  if (!provider) notFound()
  const t = await getTranslations('common')
  return (
    <>
      <ProviderView provider={provider} />
      <JsonLd
        data={[
          {
            '@context': 'https://schema.org',
            '@type': provider.kind === 'university' ? 'CollegeOrUniversity' : 'Organization',
            '@id': absoluteUrl(providerPath(slug)),
            name: provider.name,
            description: provider.summary,
            url: absoluteUrl(providerPath(slug)),
            ...(provider.websiteUrl ? { sameAs: provider.websiteUrl } : {}),
          },
          breadcrumbList([
            { name: t('nav.providers'), path: '/providers' },
            { name: provider.name, path: providerPath(slug) },
          ]),
        ]}
      />
    </>
  )
}
