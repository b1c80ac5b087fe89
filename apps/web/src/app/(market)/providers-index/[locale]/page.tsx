import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { loadProviders } from '@/features/catalog/loaders'
import { ProviderIndex } from '@/features/catalog/provider/provider-index'
import { buildParam } from '@/lib/build-param'
import { pageMetadata } from '@/lib/page-metadata'
import { socialImagePath } from '@/lib/paths'

export const ensureStatic = 'navigation'
export const generateStaticParams = () => [{ locale: buildParam }]

type Props = { params: Promise<{ locale: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  if ((await params).locale === buildParam) return {}
  const t = await getTranslations('catalog.providers')
  return pageMetadata({
    title: t('title'),
    description: t('metaDescription'),
    path: '/providers',
    image: socialImagePath('page', 'providers'),
  })
}

/** The address is /providers; see the rewrites in next.config.ts. */
export default async function ProvidersPage({ params }: Props) {
  if ((await params).locale === buildParam) notFound()
  return <ProviderIndex providers={await loadProviders()} />
}
