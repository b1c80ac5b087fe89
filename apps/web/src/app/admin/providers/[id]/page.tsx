import { can } from '@archway/api/shared/permissions'
import { DataList, DataListItem } from '@archway/ui/data-list'
import { LinkButton } from '@archway/ui/link-button'
import { PageHeader } from '@archway/ui/page-header'
import type { Metadata } from 'next'
import Link from 'next/link'
import { getFormatter, getTranslations } from 'next-intl/server'
import { AdminProviders } from '@/features/admin/admin-providers'
import { AdminTrail } from '@/features/admin/editor/admin-trail'
import { Panel } from '@/features/admin/panel'
import { DeleteProvider } from '@/features/admin/providers/delete-provider'
import { loadAdminProvider } from '@/features/admin/providers/load-provider'
import { MemberList } from '@/features/admin/providers/member-list'
import { percentText } from '@/features/admin/providers/percent-text'
import { ProviderForm } from '@/features/admin/providers/provider-form'
import { SharesPanel } from '@/features/admin/providers/shares-panel'
import { requireStaff } from '@/features/admin/require-staff'
import { providerPath } from '@/lib/paths'
import { api } from '@/lib/trpc-server'

/** Made for each request: staff only. */
export const instant = false

type Props = { params: Promise<{ id: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await loadAdminProvider((await params).id)).name }
}

export default async function ProviderPage({ params }: Props) {
  const { id } = await params
  const member = await requireStaff('provider.read', `/admin/providers/${id}`)
  const provider = await loadAdminProvider(id)
  const { providers, catalog } = await api()
  const [[terms], offeringsOf] = await Promise.all([
    providers.adminShares({ providerId: id }),
    catalog.adminList({ providerId: id, origin: ['own'], pageSize: 100 }),
  ])
  const t = await getTranslations('adminCatalog.providers')
  const format = await getFormatter()
  const { offerings, members } = provider._count
  const canEdit = can(member, 'provider.edit')
  return (
    <AdminProviders>
      <PageHeader
        variant="compact"
        title={provider.name}
        className="mb-6"
        breadcrumb={
          <AdminTrail
            items={[{ label: t('title'), href: '/admin/providers' }, { label: provider.name }]}
          />
        }
        actions={
          <>
            <LinkButton href={providerPath(provider.slug)} linkComponent={Link} variant="secondary">
              {t('view')}
            </LinkButton>
            <LinkButton
              href={`/admin/offerings?providerId=${id}`}
              linkComponent={Link}
              variant="secondary"
            >
              {t('offeringsOf')}
            </LinkButton>
            {canEdit ? (
              <DeleteProvider providerId={id} offerings={offerings} members={members} />
            ) : null}
          </>
        }
      />
      <div className="grid max-w-4xl gap-5">
        <Panel title={t('figures')}>
          <DataList layout="grid">
            <DataListItem term={t('figure.offerings')}>{format.number(offerings)}</DataListItem>
            <DataListItem term={t('figure.members')}>{format.number(members)}</DataListItem>
            <DataListItem term={t('figure.share')}>
              {`${percentText(provider.shareBps)}%`}
            </DataListItem>
            <DataListItem term={t('figure.since')}>
              {format.dateTime(provider.createdAt, { dateStyle: 'medium' })}
            </DataListItem>
          </DataList>
        </Panel>
        <MemberList providerId={id} members={provider.members} canEdit={canEdit} />
        {terms ? (
          <SharesPanel
            terms={terms}
            offerings={offeringsOf.rows.map(({ id: offeringId, title }) => ({
              id: offeringId,
              title,
            }))}
            canEdit={can(member, 'share.edit')}
          />
        ) : null}
        {canEdit ? (
          <>
            <h2 className="mt-4 font-semibold text-lg">{t('about')}</h2>
            <ProviderForm provider={provider} />
          </>
        ) : null}
      </div>
    </AdminProviders>
  )
}
