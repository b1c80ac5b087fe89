import { caseListInput } from '@archway/api/integrity/schema'
import { caseStates } from '@archway/api/integrity/states'
import { EmptyState } from '@archway/ui/empty-state'
import { NavTabs } from '@archway/ui/nav-tabs'
import { PageHeader } from '@archway/ui/page-header'
import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { AdminProviders } from '@/features/admin/admin-providers'
import { CaseTable } from '@/features/admin/exam-quality/case-table'
import { ErrorRatesPanel } from '@/features/admin/exam-quality/error-rates'
import { FlaggedList } from '@/features/admin/exam-quality/flagged-list'
import { Panel } from '@/features/admin/panel'
import { requireStaff } from '@/features/admin/require-staff'
import { formatsFor } from '@/lib/formats'
import { api } from '@/lib/trpc-server'

/** Made for each request: staff only. */
export const instant = false

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('examQuality.cases'))('title') }
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** Cases about sittings, what is flagged, and how often the flags are wrong. */
export default async function CasesPage({ searchParams }: Props) {
  const member = await requireStaff('integrity.review', '/admin/exams/cases')
  const asked = caseListInput.safeParse({ state: (await searchParams).state })
  const { state } = asked.success ? asked.data : caseListInput.parse({})
  const { integrity } = await api()
  const [cases, flagged, t] = await Promise.all([
    integrity.adminCases({ state }),
    integrity.adminFlagged(),
    getTranslations('examQuality.cases'),
  ])
  const formats = formatsFor(member)
  return (
    <AdminProviders>
      <PageHeader
        variant="compact"
        title={t('title')}
        description={t('description')}
        className="mb-6"
      />
      <div className="grid gap-5 xl:grid-cols-[minmax(0,1fr)_24rem]">
        <div className="grid min-w-0 content-start gap-5">
          <NavTabs
            label={t('tabs')}
            linkComponent={Link}
            items={caseStates.map((one) => ({
              href: `/admin/exams/cases?state=${one}`,
              label: t(`states.${one}`),
              current: one === state,
            }))}
          />
          {cases.length === 0 ? (
            <EmptyState title={t('empty')} description={t('emptyText')} />
          ) : (
            <Panel title={t(`states.${state}`)}>
              <CaseTable cases={cases} formats={formats} />
            </Panel>
          )}
          {state === 'open' && flagged.length > 0 ? (
            <Panel title={t('flagged')} description={t('flaggedText')}>
              <FlaggedList rows={flagged} formats={formats} />
            </Panel>
          ) : null}
        </div>
        <div className="grid min-w-0 content-start gap-5">
          <ErrorRatesPanel />
        </div>
      </div>
    </AdminProviders>
  )
}
