import type { AccessReason } from '@archway/api/enrolments/schema'
import { Badge, type BadgeProps } from '@archway/ui/badge'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { Formats } from '@/lib/formats'

const tones: Record<AccessReason['standing'], BadgeProps['variant']> = {
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
] as const

/** One answer to "why does this person have access?", or why not. */
export function ReasonLine({
  reason,
  order,
  note,
  formats,
}: {
  reason: AccessReason
  /** the order that is the cause, when there is one */
  order?: { id: string; number: number } | null
  note?: string | null
  formats: Formats
}) {
  const t = useTranslations('adminOperations.access')
  const stateReason = stateReasons.find((known) => known === reason.stateReason)
  return (
    <span className="flex flex-wrap items-center gap-x-2 gap-y-1 text-muted-foreground text-sm">
      <Badge variant={tones[reason.standing]}>{t(`standing.${reason.standing}`)}</Badge>
      <span>
        {order ? (
          <Link href={`/admin/orders/${order.id}`}>{t('byOrder', { number: order.number })}</Link>
        ) : (
          t(`source.${reason.source}`)
        )}
        {reason.stateReason
          ? ` ${t('because', {
              reason: stateReason ? t(`stateReason.${stateReason}`) : reason.stateReason,
            })}`
          : null}
      </span>
      {reason.endsAt ? <span>{t('until', { date: formats.dateTime(reason.endsAt) })}</span> : null}
      {note ? <q className="italic">{note}</q> : null}
    </span>
  )
}
