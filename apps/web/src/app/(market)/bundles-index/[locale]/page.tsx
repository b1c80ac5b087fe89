import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { BundleIndex } from '@/features/catalog/bundle/bundle-index'
import { loadBundles } from '@/features/catalog/bundle/loaders'
import { buildParam } from '@/lib/build-param'
import { pageMetadata } from '@/lib/page-metadata'
import { socialImagePath } from '@/lib/paths'

export const ensureStatic = 'navigation'
export const generateStaticParams = () => [{ locale: buildParam }]

type Props = { params: Promise<{ locale: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  if ((await params).locale === buildParam) return {}
  const t = await getTranslations('bundles')
  return pageMetadata({
    title: t('title'),
    description: t('metaDescription'),
    path: '/bundles',
    image: socialImagePath('page', 'catalogue'),
  })
}

/** The address is /bundles; see the rewrites in next.config.ts. */
export default async function BundlesPage({ params }: Props) {
  if ((await params).locale === buildParam) notFound()
  return <BundleIndex bundles={await loadBundles()} />
}
