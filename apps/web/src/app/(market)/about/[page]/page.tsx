import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { AboutView } from '@/features/about/about-view'
import { aboutPath, aboutValues, isAboutPage } from '@/features/about/pages'
import { buildParam } from '@/lib/build-param'
import { pageMetadata } from '@/lib/page-metadata'
import { socialImagePath } from '@/lib/paths'

export const ensureStatic = 'navigation'
export const generateStaticParams = () => [{ page: buildParam }]

type Props = { params: Promise<{ page: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { page } = await params
  if (!isAboutPage(page)) return {}
  const t = await getTranslations('about')
  return pageMetadata({
    title: t(`${page}.title`),
    description: t(`${page}.description`, aboutValues(page)),
    path: aboutPath(page),
    image: socialImagePath('page', 'about'),
  })
}

export default async function AboutPage({ params }: Props) {
  const { page } = await params
  if (!isAboutPage(page)) notFound()
  return <AboutView page={page} />
}
