import { Badge } from '@archway/ui/badge'
import { DataList, DataListItem } from '@archway/ui/data-list'
import { PageHeader } from '@archway/ui/page-header'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AdminBreadcrumb } from '@/features/admin/admin-breadcrumb'
import { AdminProviders } from '@/features/admin/admin-providers'
import { ReviewCaseForm } from '@/features/admin/exam-quality/case-forms'
import { CaseReviews } from '@/features/admin/exam-quality/case-reviews'
import { EvidenceList } from '@/features/admin/exam-quality/evidence-list'
import { Panel } from '@/features/admin/panel'
import { PersonCell } from '@/features/admin/person-cell'
import { requireStaff } from '@/features/admin/require-staff'
import { formatsFor } from '@/lib/formats'
import { orNotFound } from '@/lib/or-not-found'
import { api } from '@/lib/trpc-server'

/** Made for each request: staff only. */
export const instant = false

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('examQuality.cases'))('title') }
}

type Props = { params: Promise<{ caseId: string }> }

const tones = { open: 'warning', cleared: 'success', confirmed: 'danger' } as const

/** One case: the evidence in words, the reviews, and the reader's own verdict. */
export default async function CasePage({ params }: Props) {
  const { caseId } = await params
  const member = await requireStaff('integrity.review', `/admin/exams/cases/${caseId}`)
  const found = await orNotFound((await api()).integrity.adminCase({ caseId }))
  const [t, errors] = await Promise.all([
    getTranslations('examQuality.cases'),
    getTranslations('errors'),
  ])
  const formats = formatsFor(member)
  const { attempt, review } = found
  const title = t('one', { name: attempt.legalName })
  return (
    <AdminProviders>
      <PageHeader
        variant="compact"
        breadcrumb={
          <AdminBreadcrumb
            parents={[{ href: '/admin/exams/cases', label: t('title') }]}
            current={title}
          />
        }
        title={title}
        description={attempt.scheme.offering.title}
        meta={<Badge variant={tones[found.state]}>{t(`states.${found.state}`)}</Badge>}
        className="mb-6"
      />
      <div className="grid gap-5 xl:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="grid min-w-0 content-start gap-5">
          <Panel title={t('evidence')} description={t('evidenceText')}>
            <EvidenceList flags={attempt.flags} />
            <p className="text-muted-foreground text-sm">{t('blurs', { count: attempt.blurs })}</p>
          </Panel>
          <Panel title={t('reviewed')}>
            <CaseReviews reviews={found.reviews} formats={formats} />
          </Panel>
          {review.isAllowed ? (
            <Panel title={t('reviewTitle')} description={t('reviewText')}>
              <ReviewCaseForm caseId={found.id} />
              <p className="text-muted-foreground text-sm">{t('effect')}</p>
            </Panel>
          ) : null}
          {review.reason ? (
            <p className="text-muted-foreground text-sm">{errors(review.reason as 'case-own')}</p>
          ) : null}
        </div>
        <div className="grid min-w-0 content-start gap-5">
          <Panel title={t('candidate')}>
            <PersonCell person={attempt.candidate} />
            <DataList>
              <DataListItem term={t('exam')}>
                {t('sitting', { number: attempt.number, form: attempt.form.number })}
              </DataListItem>
              <DataListItem term={t('stateOfSitting')}>
                {t(`attemptStates.${attempt.state}`)}
              </DataListItem>
              <DataListItem term={t('opened')}>
                {formats.dateTime(found.openedAt)}
                <span className="block text-muted-foreground text-xs">
                  {found.openedBy ? (found.openedBy.name ?? found.openedBy.email) : t('proposed')}
                </span>
              </DataListItem>
              {found.closedAt ? (
                <DataListItem term={t('closed')}>{formats.dateTime(found.closedAt)}</DataListItem>
              ) : null}
            </DataList>
          </Panel>
          <Panel title={t('why')}>
            <p className="text-sm">{found.reason}</p>
          </Panel>
        </div>
      </div>
    </AdminProviders>
  )
}
