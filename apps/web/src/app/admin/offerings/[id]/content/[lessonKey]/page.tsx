import { Badge } from '@archway/ui/badge'
import { PageHeader } from '@archway/ui/page-header'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { AdminProviders } from '@/features/admin/admin-providers'
import { AdminTrail } from '@/features/admin/editor/admin-trail'
import { LessonForm } from '@/features/admin/offerings/content/lesson-form'
import { loadAdminOffering } from '@/features/admin/offerings/load-offering'
import { requireStaffOrProvider } from '@/features/admin/require-staff'
import { api } from '@/lib/trpc-server'

/** Made for each request: staff only. */
export const instant = false

type Props = { params: Promise<{ id: string; lessonKey: string }> }

const loadLesson = cache(async (id: string, lessonKey: string) => {
  const offering = await loadAdminOffering(id)
  const revision = await (await api()).catalog.content.draft({ offeringId: id })
  const module = revision?.modules.find(({ lessons }) =>
    lessons.some(({ key }) => key === lessonKey),
  )
  const lesson = module?.lessons.find(({ key }) => key === lessonKey)
  if (!revision || !module || !lesson) notFound()
  return { offering, revision, module, lesson }
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id, lessonKey } = await params
  return { title: (await loadLesson(id, lessonKey)).lesson.title }
}

export default async function LessonPage({ params }: Props) {
  const { id, lessonKey } = await params
  await requireStaffOrProvider('offering.edit', `/admin/offerings/${id}/content/${lessonKey}`)
  const { offering, revision, module, lesson } = await loadLesson(id, lessonKey)
  const t = await getTranslations('adminCatalog')
  const base = `/admin/offerings/${id}`
  return (
    <AdminProviders>
      <PageHeader
        variant="compact"
        title={lesson.title}
        className="mb-6"
        breadcrumb={
          <AdminTrail
            items={[
              { label: t('offerings.title'), href: '/admin/offerings' },
              { label: offering.title, href: base },
              { label: t('offerings.tab.content'), href: `${base}/content` },
              { label: lesson.title },
            ]}
          />
        }
        meta={
          <>
            <Badge variant="outline">{t(`content.kind.${lesson.kind}`)}</Badge>
            <span>{module.title}</span>
            <span>{t('content.draftTitle', { number: revision.number })}</span>
          </>
        }
      />
      <LessonForm revision={revision} lesson={lesson} />
    </AdminProviders>
  )
}
