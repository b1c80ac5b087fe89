import { reasonKeys } from '@archway/api/enrolments/rules'
import type { ExplainedReason } from '@archway/api/enrolments/schema'
import { Badge } from '@archway/ui/badge'
import { getTranslations } from 'next-intl/server'
import { QuietLink } from '@/features/shell/quiet-link'
import type { Formats } from '@/lib/formats'

const tones = {
  live: 'success',
  not_started: 'info',
  ended: 'neutral',
  suspended: 'warning',
  revoked: 'danger',
} as const satisfies Record<ExplainedReason['standing'], string>

/** One reason in a sentence: where the access comes from and when, and how it stands. */
export async function AccessReason({
  reason,
  formats,
}: {
  reason: ExplainedReason
  formats: Formats
}) {
  const t = await getTranslations('learning.access')
  const { cause, standing, startsAt, endsAt, stateReason } = reason
  const { order, program } = cause
  const keys = reasonKeys(reason, cause)
  const why = `reason.${stateReason ?? ''}` as 'reason.order-refunded'
  return (
    <li className="text-sm">
      <Badge variant={tones[standing]}>{t(`standing.${standing}`)}</Badge>
      <p className="mt-1">
        {t.rich(`cause.${keys.cause}`, {
          date: formats.date(cause.at),
          number: order?.number ?? 0,
          program: program?.title ?? '',
          membership: (chunks) => (
            <QuietLink href="/account/membership" className="text-link">
              {chunks}
            </QuietLink>
          ),
          from: cause.from ?? 'nobody',
          order: (chunks) =>
            order ? (
              <QuietLink href={`/account/orders/${order.id}`} className="text-link">
                {chunks}
              </QuietLink>
            ) : (
              chunks
            ),
        })}
      </p>
      <p className="text-muted-foreground">
        {t(`now.${keys.standing}`, {
          start: formats.date(startsAt),
          end: endsAt ? formats.date(endsAt) : '',
        })}
        {stateReason && t.has(why) ? ` ${t(why)}` : null}
      </p>
    </li>
  )
}
