import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { GuideIndex } from '@/features/careers/guide-index'
import { loadGuides } from '@/features/careers/loaders'
import { JsonLd } from '@/features/shell/json-ld'
import { breadcrumbList } from '@/lib/breadcrumb-list'
import { buildParam } from '@/lib/build-param'
import { pageMetadata } from '@/lib/page-metadata'
import { socialImagePath } from '@/lib/paths'

export const ensureStatic = 'navigation'
export const generateStaticParams = () => [{ locale: buildParam }]

type Props = { params: Promise<{ locale: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  if ((await params).locale === buildParam) return {}
  const t = await getTranslations('careers.index')
  return pageMetadata({
    title: t('title'),
    description: t('description'),
    path: '/guides',
    image: socialImagePath('page', 'guides'),
  })
}

export default async function GuidesPage({ params }: Props) {
  if ((await params).locale === buildParam) notFound()
  const t = await getTranslations('careers')
  return (
    <>
      <GuideIndex guides={await loadGuides()} />
      <JsonLd
        data={breadcrumbList([
          { name: t('guide.home'), path: '/' },
          { name: t('index.title'), path: '/guides' },
        ])}
      />
    </>
  )
}
