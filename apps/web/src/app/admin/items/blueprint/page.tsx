import { EmptyState } from '@archway/ui/empty-state'
import { PageHeader } from '@archway/ui/page-header'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { coverageRows } from '@/features/admin/items/coverage-rows'
import { CoverageTable } from '@/features/admin/items/coverage-table'
import { ItemTabs } from '@/features/admin/items/item-tabs'
import { requireStaff } from '@/features/admin/require-staff'
import { api } from '@/lib/trpc-server'

/** Made for each request: staff only. */
export const instant = false

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('adminItems.coverage'))('title') }
}

export default async function CoveragePage() {
  await requireStaff('item.read', '/admin/items/blueprint')
  const caller = await api()
  const [blueprints, waiting] = await Promise.all([caller.bank.blueprints(), caller.bank.waiting()])
  const exams = await Promise.all(
    blueprints.map(async (blueprint) => {
      const counts = await caller.bank.coverage({ offeringId: blueprint.offeringId })
      return { ...blueprint, rows: coverageRows(blueprint, counts) }
    }),
  )
  const t = await getTranslations('adminItems')
  return (
    <>
      <PageHeader
        variant="compact"
        title={t('coverage.title')}
        description={t('coverage.description')}
        className="mb-4"
      />
      <ItemTabs current="coverage" waiting={waiting.length} />
      {exams.length === 0 ? (
        <EmptyState title={t('coverage.noBlueprint')} />
      ) : (
        <div className="grid gap-10">
          {exams.map(({ offeringId, title, rows }) => (
            <section key={offeringId} className="grid min-w-0 gap-4">
              <h2 className="font-semibold text-lg">{title}</h2>
              <CoverageTable rows={rows} label={title} offeringId={offeringId} />
            </section>
          ))}
          <p className="max-w-prose text-muted-foreground text-sm">{t('coverage.rule')}</p>
        </div>
      )}
    </>
  )
}
