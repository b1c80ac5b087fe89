import { isSlug } from '@archway/api/shared/slug'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { loadLessonPreview, loadOffering } from '@/features/catalog/loaders'
import { LessonPreviewView } from '@/features/catalog/offering/lesson-preview-view'
import { previewPath } from '@/features/catalog/offering/preview-path'
import { buildParam } from '@/lib/build-param'
import { pageMetadata } from '@/lib/page-metadata'
import { socialImagePath } from '@/lib/paths'

export const ensureStatic = 'navigation'
export const generateStaticParams = () => [{ slug: buildParam, lesson: buildParam }]

type Props = { params: Promise<{ slug: string; lesson: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug, lesson: key } = await params
  const lesson = isSlug(slug) && isSlug(key) ? await loadLessonPreview(slug, key) : null
  if (!lesson) return {}
  const t = await getTranslations('catalog.preview')
  const words = { lesson: lesson.title, course: lesson.offering.title }
  return pageMetadata({
    title: t('title', words),
    description: t('description', words),
    path: previewPath(slug, key),
    image: socialImagePath('course', slug),
    type: 'article',
  })
}

export default async function LessonPreviewPage({ params }: Props) {
  const { slug, lesson: key } = await params
  if (!isSlug(slug) || !isSlug(key)) notFound()
  const lesson = await loadLessonPreview(slug, key)
  const course = lesson === null ? null : await loadOffering(slug)
  if (!lesson || !course) notFound()
  return <LessonPreviewView lesson={lesson} outline={course.offering.outline} />
}
