import { can } from '@archway/api/shared/permissions'
import { EmptyState } from '@archway/ui/empty-state'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { AdminProviders } from '@/features/admin/admin-providers'
import { BeginDraft, DraftActions } from '@/features/admin/offerings/content/draft-actions'
import { OutlineEditor } from '@/features/admin/offerings/content/outline-editor'
import { OutlineSummary } from '@/features/admin/offerings/content/outline-summary'
import { revisionChanges } from '@/features/admin/offerings/content/revision-changes'
import { RevisionHistory } from '@/features/admin/offerings/content/revision-history'
import { loadAdminOffering } from '@/features/admin/offerings/load-offering'
import { OfferingHead } from '@/features/admin/offerings/offering-head'
import { requireStaffOrProvider } from '@/features/admin/require-staff'
import { api } from '@/lib/trpc-server'

/** Made for each request: staff only. */
export const instant = false

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('adminCatalog.offerings'))('tab.content') }
}

type Props = { params: Promise<{ id: string }> }

export default async function ContentPage({ params }: Props) {
  const { id } = await params
  const member = await requireStaffOrProvider('offering.edit', `/admin/offerings/${id}/content`)
  const offering = await loadAdminOffering(id)
  if (offering.kind !== 'course' || offering.origin !== 'own') notFound()
  const { content } = (await api()).catalog
  const [draft, history] = await Promise.all([
    content.draft({ offeringId: id }),
    content.history({ offeringId: id }),
  ])
  const current = history.find(({ isCurrent }) => isCurrent)
  const published = current
    ? await content.revision({ offeringId: id, number: current.number })
    : null
  const t = await getTranslations('adminCatalog.content')
  return (
    <AdminProviders>
      <OfferingHead offering={offering} member={member} current="content" />
      <div className="grid max-w-5xl gap-10">
        <section aria-labelledby="outline" className="grid gap-4">
          <div className="flex flex-wrap items-center justify-between gap-3">
            <div>
              <h2 id="outline" className="font-semibold text-lg">
                {draft
                  ? t('draftTitle', { number: draft.number })
                  : current
                    ? t('currentTitle', { number: current.number })
                    : t('emptyTitle')}
              </h2>
              <p className="text-muted-foreground text-sm">
                {draft ? t('draftText') : current ? t('currentText') : t('emptyText')}
              </p>
            </div>
            {draft ? (
              <DraftActions
                revision={draft}
                changes={revisionChanges(published, draft)}
                currentNumber={current?.number ?? null}
                learners={history.reduce((sum, { enrolments }) => sum + enrolments, 0)}
                canPublish={can(member, 'offering.publish')}
              />
            ) : (
              <BeginDraft offeringId={id} isFirst={!current} />
            )}
          </div>
          {draft ? (
            <OutlineEditor revision={draft} />
          ) : published ? (
            <OutlineSummary revision={published} />
          ) : (
            <EmptyState title={t('emptyTitle')} description={t('emptyText')} />
          )}
        </section>
        {history.length > 0 ? (
          <section aria-labelledby="editions" className="grid gap-4">
            <h2 id="editions" className="font-semibold text-lg">
              {t('editions')}
            </h2>
            <RevisionHistory revisions={history} />
          </section>
        ) : null}
      </div>
    </AdminProviders>
  )
}
