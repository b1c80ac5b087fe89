import { PageHeader } from '@archway/ui/page-header'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { AdminProviders } from '@/features/admin/admin-providers'
import { AdminTrail } from '@/features/admin/editor/admin-trail'
import { ImportView } from '@/features/admin/imports/import-view'
import { requireStaff } from '@/features/admin/require-staff'
import { orNotFound } from '@/lib/or-not-found'
import { api } from '@/lib/trpc-server'

/** Made for each request: staff only. */
export const instant = false

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('adminCatalog.imports'))('one') }
}

type Props = { params: Promise<{ id: string }> }

export default async function ImportPage({ params }: Props) {
  const { id } = await params
  await requireStaff('import.run', `/admin/imports/${id}`)
  if (!z.uuid().safeParse(id).success) notFound()
  const detail = await orNotFound((await api()).catalog.imports.get({ importId: id }))
  const t = await getTranslations('adminCatalog.imports')
  return (
    <AdminProviders>
      <PageHeader
        variant="compact"
        title={detail.fileName}
        className="mb-6"
        breadcrumb={
          <AdminTrail
            items={[{ label: t('title'), href: '/admin/imports' }, { label: detail.fileName }]}
          />
        }
      />
      <ImportView initial={detail} />
    </AdminProviders>
  )
}
