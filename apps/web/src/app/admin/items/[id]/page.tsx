import { awaitsReview, isWritable } from '@archway/api/bank/states'
import { can } from '@archway/api/shared/permissions'
import { DataList, DataListItem } from '@archway/ui/data-list'
import { LinkButton } from '@archway/ui/link-button'
import { PageHeader } from '@archway/ui/page-header'
import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { AdminProviders } from '@/features/admin/admin-providers'
import { AdminTrail } from '@/features/admin/editor/admin-trail'
import { ItemPreview } from '@/features/admin/items/item-preview'
import { ItemStateBadge } from '@/features/admin/items/item-state-badge'
import { ItemSteps } from '@/features/admin/items/item-steps'
import { ItemUse } from '@/features/admin/items/item-use'
import { KeyPanel } from '@/features/admin/items/key-panel'
import { loadItem } from '@/features/admin/items/load-item'
import { ReviewForm } from '@/features/admin/items/review-form'
import { VersionList } from '@/features/admin/items/version-list'
import { Panel } from '@/features/admin/panel'
import { requireStaff } from '@/features/admin/require-staff'
import { api } from '@/lib/trpc-server'

/** Made for each request: staff only. */
export const instant = false

type Props = { params: Promise<{ id: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await loadItem((await params).id)).code }
}

export default async function ItemPage({ params }: Props) {
  const { id } = await params
  const member = await requireStaff('item.read', `/admin/items/${id}`)
  const item = await loadItem(id)
  const [newest] = item.versions
  if (!newest) notFound()
  // The version itself is as good a seed as any: the same for everybody who looks, until they shuffle.
  const first = {
    seed: newest.id,
    item: await (await api()).bank.preview({ versionId: newest.id, seed: newest.id }),
  }
  const t = await getTranslations('adminItems')
  const isWaiting = awaitsReview(item.state, newest.reviews.length > 0)
  return (
    <AdminProviders>
      <PageHeader
        variant="compact"
        title={item.code}
        description={
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <ItemStateBadge state={item.state} />
            {t('page.of', { kind: t(`kind.${newest.kind}`), exam: item.offering.title })}
          </span>
        }
        className="mb-6"
        breadcrumb={
          <AdminTrail items={[{ label: t('title'), href: '/admin/items' }, { label: item.code }]} />
        }
        actions={
          can(member, 'item.write') ? (
            <>
              {isWritable(item.state) ? (
                <LinkButton
                  href={`/admin/items/${id}/edit`}
                  variant="secondary"
                  linkComponent={Link}
                >
                  {t('page.edit')}
                </LinkButton>
              ) : null}
              <ItemSteps item={item} />
            </>
          ) : null
        }
      />
      <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="grid min-w-0 gap-5">
          <ItemPreview key={newest.id} versionId={newest.id} first={first} />
          <KeyPanel key={`key ${newest.id}`} version={newest} />
          {isWaiting && can(member, 'item.review') ? (
            <ReviewForm versionId={newest.id} isOwn={newest.author.id === member.userId} />
          ) : null}
          <VersionList versions={item.versions} />
        </div>
        <div className="grid min-w-0 gap-5">
          <Panel title={t('page.about')}>
            <DataList>
              <DataListItem term={t('column.objective')}>{newest.objective}</DataListItem>
              <DataListItem term={t('column.level')}>{t(`level.${newest.level}`)}</DataListItem>
              <DataListItem term={t('page.author')}>
                {newest.author.name ?? newest.author.email}
              </DataListItem>
              <DataListItem term={t('page.pointsTerm')}>
                {t('page.points1', { count: newest.points })}
              </DataListItem>
            </DataList>
          </Panel>
          <Panel title={t('page.references')}>
            {newest.references.length === 0 ? (
              <p className="text-sm">{t('page.noReferences')}</p>
            ) : (
              <ul className="grid gap-2 text-sm">
                {newest.references.map(({ title, url }) => (
                  <li key={url}>
                    <a href={url} rel="noopener noreferrer" className="break-words text-link">
                      {title}
                    </a>
                  </li>
                ))}
              </ul>
            )}
          </Panel>
          <ItemUse item={item} />
        </div>
      </div>
    </AdminProviders>
  )
}
