import { previewPlanInput } from '@archway/api/subscriptions/schema'
import { Alert } from '@archway/ui/alert'
import { Card } from '@archway/ui/card'
import { DataList, DataListItem } from '@archway/ui/data-list'
import { LinkButton } from '@archway/ui/link-button'
import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { requireMember } from '@/auth/actor'
import { AccountPage } from '@/features/accounts/account-page'
import { ChangePlanForm } from '@/features/membership/change-plan-form'
import { formatsFor } from '@/lib/formats'
import { refusalOr } from '@/lib/refusal-or'
import { api } from '@/lib/trpc-server'

/** Made for each request: the credit is computed to the second. */
export const instant = false

export const metadata: Metadata = { robots: { index: false } }

type Props = { params: Promise<{ period: string }> }

/** What paying the other way costs now, what is credited and when it is charged again, before the yes. */
export default async function ChangePlanPage({ params }: Props) {
  const asked = previewPlanInput.safeParse(await params)
  if (!asked.success) notFound()
  const { period } = asked.data
  const member = await requireMember(`/account/membership/plan/${period}`)
  const t = await getTranslations('membership.plan')
  const words = await getTranslations('membership')
  const { value: preview, refusal } = await refusalOr(
    (await api()).subscriptions.previewPlan({ period }),
  )
  const title = t(period === 'per_year' ? 'titleYear' : 'titleMonth')
  const back = (
    <LinkButton href="/account/membership" linkComponent={Link} variant="secondary">
      {t('back')}
    </LinkButton>
  )
  if (preview === null) {
    return (
      <AccountPage current="membership" title={title}>
        <Alert variant="warning" title={t('cannot')} action={back}>
          {refusal}
        </Alert>
      </AccountPage>
    )
  }
  const formats = formatsFor(member)
  const { currency, creditMinor, dueMinor } = preview
  const money = (amountMinor: bigint) => formats.money({ amountMinor, currency })
  const keptMinor = dueMinor - preview.amountMinor - creditMinor
  return (
    <AccountPage current="membership" title={title} description={t('description')}>
      <Card className="max-w-xl gap-6 p-6">
        <DataList>
          <DataListItem term={t('price')}>
            {words(period === 'per_year' ? 'perYear' : 'perMonth', {
              price: money(preview.amountMinor),
            })}
          </DataListItem>
          <DataListItem term={t('begins')}>{t('beginsNow')}</DataListItem>
          {creditMinor < 0n ? (
            <DataListItem term={t('credit')}>{money(creditMinor)}</DataListItem>
          ) : null}
          <DataListItem term={t('due')}>{money(dueMinor)}</DataListItem>
          {keptMinor > 0n ? <DataListItem term={t('kept')}>{money(keptMinor)}</DataListItem> : null}
          <DataListItem term={t('next')}>{formats.date(preview.periodEnd)}</DataListItem>
        </DataList>
        <ChangePlanForm
          period={period}
          at={preview.at.toISOString()}
          label={dueMinor > 0n ? t('pay', { total: money(dueMinor) }) : t('change')}
        />
        <p className="text-muted-foreground text-sm">
          {t(dueMinor > 0n ? 'note' : 'noteNothing')} {t('valid')}
        </p>
        <p className="text-sm">
          <Link href="/account/membership" className="text-link">
            {t('back')}
          </Link>
        </p>
      </Card>
    </AccountPage>
  )
}
