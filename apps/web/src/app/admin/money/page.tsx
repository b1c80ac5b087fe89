import { can } from '@archway/api/shared/permissions'
import { PageHeader } from '@archway/ui/page-header'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AdminProviders } from '@/features/admin/admin-providers'
import { BooksPanel } from '@/features/admin/money/books-panel'
import { CheckBooks } from '@/features/admin/money/check-books'
import { ChecksPanel } from '@/features/admin/money/checks-panel'
import { DifferencesPanel } from '@/features/admin/money/differences-panel'
import { RepairMoney } from '@/features/admin/money/repair-money'
import { TrialBalance } from '@/features/admin/money/trial-balance'
import { Verdict } from '@/features/admin/money/verdict'
import { requireStaff } from '@/features/admin/require-staff'
import { formatsFor } from '@/lib/formats'
import { api } from '@/lib/trpc-server'

/** Made for each request: staff only. */
export const instant = false

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('adminMoney'))('title') }
}

/** Whether the money is as it should be, and the repair of what is not. */
export default async function MoneyPage() {
  const member = await requireStaff('ledger.read', '/admin/money')
  const { payments } = await api()
  const [health, plan] = await Promise.all([
    payments.adminMoneyHealth(),
    payments.adminRepairPlan(),
  ])
  const t = await getTranslations('adminMoney')
  const formats = formatsFor(member)
  return (
    <AdminProviders>
      <PageHeader
        variant="compact"
        title={t('title')}
        description={t('description')}
        className="mb-6"
        actions={
          <>
            <CheckBooks />
            {can(member, 'order.resync') && plan.orders.length > 0 ? (
              <RepairMoney plan={plan} />
            ) : null}
          </>
        }
      />
      <div className="grid gap-5">
        <Verdict health={health} />
        <ChecksPanel health={health} formats={formats} />
        <BooksPanel check={health.check} formats={formats} />
        {health.check && health.check.differenceCount > 0 ? (
          <DifferencesPanel
            check={health.check}
            formats={formats}
            mayAccept={can(member, 'ledger.accept')}
          />
        ) : null}
        <TrialBalance accounts={health.accounts} formats={formats} />
      </div>
    </AdminProviders>
  )
}
