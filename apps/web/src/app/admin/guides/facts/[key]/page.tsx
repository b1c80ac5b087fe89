import { Badge } from '@archway/ui/badge'
import { PageHeader } from '@archway/ui/page-header'
import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { AdminProviders } from '@/features/admin/admin-providers'
import { AdminTrail } from '@/features/admin/editor/admin-trail'
import { FactForm } from '@/features/admin/guides/fact-form'
import { requireStaff } from '@/features/admin/require-staff'
import { orNotFound } from '@/lib/or-not-found'
import { api } from '@/lib/trpc-server'

/** Made for each request: staff only. */
export const instant = false

type Props = { params: Promise<{ key: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('adminCatalog.guides.facts'))('title') }
}

export default async function FactPage({ params }: Props) {
  const { key } = await params
  await requireStaff('guide.edit', `/admin/guides/facts/${key}`)
  const fact = await orNotFound((await api()).careers.adminFact({ key }))
  const t = await getTranslations('adminCatalog.guides.facts')
  return (
    <AdminProviders>
      <PageHeader
        variant="compact"
        title={fact.label}
        description={t('keyIs', { key })}
        className="mb-6"
        breadcrumb={
          <AdminTrail
            items={[{ label: t('title'), href: '/admin/guides/facts' }, { label: fact.label }]}
          />
        }
        meta={
          <>
            {fact.isOverdue ? <Badge variant="warning">{t('overdue')}</Badge> : null}
            {fact.guides.length === 0 ? t('unused') : t('usedIn')}
            {fact.guides.map((guide) => (
              <Link key={guide.slug} href={`/admin/guides/${guide.slug}`}>
                {guide.title}
              </Link>
            ))}
          </>
        }
      />
      <FactForm fact={fact} />
    </AdminProviders>
  )
}
