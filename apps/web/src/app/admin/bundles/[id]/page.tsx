import { can } from '@archway/api/shared/permissions'
import { LinkButton } from '@archway/ui/link-button'
import { PageHeader } from '@archway/ui/page-header'
import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { AdminProviders } from '@/features/admin/admin-providers'
import { BundleBadge } from '@/features/admin/bundles/bundle-badge'
import { BundleForm } from '@/features/admin/bundles/bundle-form'
import { BundleStep } from '@/features/admin/bundles/bundle-step'
import { inputOf, valuesOf } from '@/features/admin/bundles/form-values'
import { loadAdminBundle } from '@/features/admin/bundles/load-bundle'
import { SplitPreview } from '@/features/admin/bundles/split-preview'
import { AdminTrail } from '@/features/admin/editor/admin-trail'
import { Panel } from '@/features/admin/panel'
import { requireStaff } from '@/features/admin/require-staff'
import { bundlePath } from '@/lib/paths'

/** Made for each request: staff only. */
export const instant = false

type Props = { params: Promise<{ id: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await loadAdminBundle((await params).id)).title }
}

export default async function BundlePage({ params }: Props) {
  const { id } = await params
  const member = await requireStaff('offering.read', `/admin/bundles/${id}`)
  const bundle = await loadAdminBundle(id)
  const t = await getTranslations('adminBundles')
  return (
    <AdminProviders>
      <PageHeader
        variant="compact"
        title={bundle.title}
        description={<BundleBadge status={bundle.status} />}
        className="mb-6"
        breadcrumb={
          <AdminTrail
            items={[{ label: t('title'), href: '/admin/bundles' }, { label: bundle.title }]}
          />
        }
        actions={
          <>
            {bundle.status === 'published' ? (
              <LinkButton href={bundlePath(bundle.slug)} linkComponent={Link} variant="secondary">
                {t('viewPublic')}
              </LinkButton>
            ) : null}
            {can(member, 'offering.publish') ? <BundleStep bundle={bundle} /> : null}
          </>
        }
      />
      {can(member, 'offering.edit') ? (
        <BundleForm bundle={bundle} />
      ) : (
        <div className="grid max-w-4xl gap-5">
          <p>{bundle.summary}</p>
          <Panel title={t('part.split')} description={t('split.rule')}>
            <SplitPreview input={inputOf(valuesOf(bundle))} />
          </Panel>
        </div>
      )}
    </AdminProviders>
  )
}
