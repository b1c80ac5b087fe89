import {
  canCancel,
  canChangePlan,
  canPause,
  canResume,
  canUnpause,
} from '@archway/api/subscriptions/policy'
import { buttonVariants } from '@archway/ui/button'
import { Card } from '@archway/ui/card'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { FormFrame } from '@/features/shell/form-frame'
import type { Formats } from '@/lib/formats'
import {
  cancelMembership,
  pauseMembership,
  resumeMembership,
  unpauseMembership,
  updateCard,
} from './actions'
import type { OwnMembership } from './own-membership'

/** Everything that a member can do with a membership now, each with what it means. */
export async function ManageCard({
  membership,
  formats,
}: {
  membership: OwnMembership
  formats: Formats
}) {
  const t = await getTranslations('membership')
  const { otherPlan, periodEnd, failing } = membership
  const rows: { key: string; text: string; action: ReactNode }[] = []
  if (membership.isLive && !failing) {
    rows.push({
      key: 'card',
      text: t('cardText'),
      action: (
        <FormFrame action={updateCard} submitLabel={t('updateCard')} submitVariant="secondary" />
      ),
    })
  }
  if (otherPlan && canChangePlan(membership).ok) {
    rows.push({
      key: 'plan',
      text: t(`planText.${otherPlan.period}`, { price: formats.money(otherPlan) }),
      action: (
        <Link
          href={`/account/membership/plan/${otherPlan.period}`}
          prefetch={false}
          className={buttonVariants({ variant: 'secondary' })}
        >
          {t(`changePlan.${otherPlan.period}`)}
        </Link>
      ),
    })
  }
  if (canPause(membership).ok) {
    rows.push({
      key: 'pause',
      text: t('pauseText'),
      action: (
        <FormFrame action={pauseMembership} submitLabel={t('pause')} submitVariant="secondary" />
      ),
    })
  }
  if (canUnpause(membership).ok) {
    rows.push({
      key: 'unpause',
      text: t('unpauseText'),
      action: <FormFrame action={unpauseMembership} submitLabel={t('unpause')} />,
    })
  }
  if (canCancel(membership).ok) {
    rows.push({
      key: 'cancel',
      text: t('cancelText'),
      action: (
        <FormFrame action={cancelMembership} submitLabel={t('cancel')} submitVariant="secondary" />
      ),
    })
  }
  if (canResume(membership).ok) {
    rows.push({
      key: 'resume',
      text: t('resumeText', { date: periodEnd ? formats.date(periodEnd) : '' }),
      action: <FormFrame action={resumeMembership} submitLabel={t('resume')} />,
    })
  }
  if (rows.length === 0) return null
  return (
    <section aria-labelledby="manage">
      <h2 id="manage" className="mb-4 font-semibold text-lg">
        {t('manage')}
      </h2>
      <Card className="divide-y divide-border">
        {rows.map(({ key, text, action }) => (
          <div
            key={key}
            className="grid items-center gap-x-8 gap-y-3 p-5 sm:grid-cols-[1fr_auto] sm:px-6"
          >
            <p className="text-muted-foreground text-sm">{text}</p>
            {action}
          </div>
        ))}
      </Card>
    </section>
  )
}
