import { guideSectionKinds } from '@archway/api/careers/schema/vocabulary'
import { PageHeader } from '@archway/ui/page-header'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { AdminProviders } from '@/features/admin/admin-providers'
import { AdminTrail } from '@/features/admin/editor/admin-trail'
import { loadFactChoices, loadGuide } from '@/features/admin/guides/load-guide'
import { SectionForm } from '@/features/admin/guides/section-form'
import { requireStaff } from '@/features/admin/require-staff'

/** Made for each request: staff only. */
export const instant = false

type Props = { params: Promise<{ slug: string; kind: string }> }

const requireKind = (text: string) => guideSectionKinds.find((kind) => kind === text) ?? notFound()

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const kind = requireKind((await params).kind)
  return { title: (await getTranslations('adminCatalog.guides'))(`place.${kind}`) }
}

export default async function GuideSectionPage({ params }: Props) {
  const { slug, kind: text } = await params
  const kind = requireKind(text)
  await requireStaff('guide.edit', `/admin/guides/${slug}/sections/${kind}`)
  const guide = await loadGuide(slug)
  const facts = await loadFactChoices()
  const section = guide.sections.find((one) => one.kind === kind)
  const t = await getTranslations('adminCatalog.guides')
  const name = t(`place.${kind}`)
  return (
    <AdminProviders>
      <PageHeader
        variant="compact"
        title={name}
        className="mb-6"
        breadcrumb={
          <AdminTrail
            items={[
              { label: t('title'), href: '/admin/guides' },
              { label: guide.title, href: `/admin/guides/${slug}` },
              { label: t('tab.sections'), href: `/admin/guides/${slug}/sections` },
              { label: name },
            ]}
          />
        }
      />
      <SectionForm
        slug={slug}
        version={guide.version}
        kind={kind}
        title={section?.title ?? ''}
        bodyHtml={section?.bodyHtml ?? ''}
        facts={facts}
      />
    </AdminProviders>
  )
}
