import { reasonKeys } from '@archway/api/enrolments/rules'
import type { ExplainedReason } from '@archway/api/enrolments/schema'
import { Badge, type BadgeProps } from '@archway/ui/badge'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { Formats } from '@/lib/formats'

const tones: Record<ExplainedReason['standing'], BadgeProps['variant']> = {
  live: 'success',
  not_started: 'info',
  ended: 'neutral',
  suspended: 'warning',
  revoked: 'danger',
}

const stateReasons = [
  'order-duplicate',
  'dispute-lost',
  'order-refunded',
  'order-unpaid',
  'dispute-open',
  'account-closed',
  'revoked-by-staff',
  'membership-ended',
  'membership-unpaid',
  'membership-paused',
  'membership-duplicate',
  'membership-unknown',
  'seat-taken-back',
] as const

/** One answer to "why does this person have access?", or why not: the learner reads the same. */
export function ReasonLine({
  reason,
  note,
  givenBy,
  formats,
}: {
  reason: ExplainedReason
  /** why it was given, and by whom: for staff alone */
  note?: string | null
  givenBy?: string | null
  formats: Formats
}) {
  const t = useTranslations('adminOperations.access')
  const { cause } = reason
  const { order } = cause
  const stateReason = stateReasons.find((known) => known === reason.stateReason)
  return (
    <span className="flex flex-wrap items-center gap-x-2 gap-y-1 text-muted-foreground text-sm">
      <Badge variant={tones[reason.standing]}>{t(`standing.${reason.standing}`)}</Badge>
      <span>
        {t.rich(`cause.${reasonKeys(reason, cause).cause}`, {
          date: formats.date(cause.at),
          number: order?.number ?? 0,
          program: cause.program?.title ?? '',
          from: cause.from ?? 'nobody',
          order: (chunks) =>
            order ? <Link href={`/admin/orders/${order.id}`}>{chunks}</Link> : chunks,
        })}
        {reason.stateReason
          ? ` ${t('because', {
              reason: stateReason ? t(`stateReason.${stateReason}`) : reason.stateReason,
            })}`
          : null}
      </span>
      {givenBy ? <span className="break-all">{t('by', { name: givenBy })}</span> : null}
      {reason.endsAt ? <span>{t('until', { date: formats.dateTime(reason.endsAt) })}</span> : null}
      {note ? <q className="italic">{note}</q> : null}
    </span>
  )
}
