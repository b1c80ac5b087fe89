import { isSlug } from '@archway/api/shared/slug'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { BundleView } from '@/features/catalog/bundle/bundle-view'
import { loadBundle } from '@/features/catalog/bundle/loaders'
import { bundleStructuredData } from '@/features/catalog/bundle/structured-data'
import { JsonLd } from '@/features/shell/json-ld'
import { breadcrumbList } from '@/lib/breadcrumb-list'
import { buildParam } from '@/lib/build-param'
import { pageMetadata } from '@/lib/page-metadata'
import { bundlePath, socialImagePath } from '@/lib/paths'
import { promiseBefore } from '@/lib/promise-before'

export const ensureStatic = 'navigation'
export const generateStaticParams = () => [{ slug: buildParam }]

type Props = { params: Promise<{ slug: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params
  const bundle = isSlug(slug) ? await loadBundle(slug) : null
  if (!bundle) return {}
  return pageMetadata({
    title: bundle.title,
    description: bundle.summary,
    path: bundlePath(slug),
    image: socialImagePath('page', 'catalogue'),
  })
}

export default async function BundlePage({ params }: Props) {
  const { slug } = await params
  if (!isSlug(slug)) notFound()
  const bundle = await loadBundle(slug)
  if (!bundle) notFound()
  const t = await getTranslations('bundles')
  return (
    <>
      <BundleView
        bundle={bundle}
        refundText={await promiseBefore(bundle.offers[0]?.priceMinor ?? 0n)}
      />
      <JsonLd
        data={[
          bundleStructuredData(bundle),
          breadcrumbList([
            { name: t('title'), path: '/bundles' },
            { name: bundle.title, path: bundlePath(slug) },
          ]),
        ]}
      />
    </>
  )
}
