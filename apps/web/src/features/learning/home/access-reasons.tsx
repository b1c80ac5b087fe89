import type { AccessReason } from '@archway/api/enrolments/schema'
import type { CourseHome } from '@archway/api/learning/reads/course-home'
import { Badge } from '@archway/ui/badge'
import { getTranslations } from 'next-intl/server'
import type { Formats } from '@/lib/formats'
import { QuietLink } from '../quiet-link'

const tones = {
  live: 'success',
  not_started: 'info',
  ended: 'neutral',
  suspended: 'warning',
  revoked: 'danger',
} as const satisfies Record<AccessReason['standing'], string>

/** Every reason for or against access, the same that staff sees. */
export async function AccessReasons({
  access,
  orders,
  formats,
}: Pick<CourseHome, 'access' | 'orders'> & { formats: Formats }) {
  const t = await getTranslations('learning.access')
  if (access.reasons.length === 0) return <p className="text-sm">{t('none')}</p>
  const causes = new Map(orders.map((order) => [order.orderLineId, order]))
  return (
    <ul className="grid gap-3">
      {access.reasons.map((reason) => {
        const order = causes.get(reason.sourceId)
        const why = `reason.${reason.stateReason ?? ''}` as 'reason.order-refunded'
        return (
          <li key={reason.grantId} className="text-sm">
            <p className="flex flex-wrap items-center gap-2">
              <span className="font-medium">{t(`source.${reason.source}`)}</span>
              <Badge variant={tones[reason.standing]}>{t(`standing.${reason.standing}`)}</Badge>
            </p>
            <p className="mt-0.5 text-muted-foreground">
              {order ? (
                <>
                  <QuietLink href={`/account/orders/${order.orderId}`} className="text-link">
                    {t('order', { number: order.number })}
                  </QuietLink>
                  {', '}
                </>
              ) : null}
              {t('since', { date: formats.date(reason.startsAt) })}
              {', '}
              {reason.endsAt ? t('until', { date: formats.date(reason.endsAt) }) : t('forever')}
            </p>
            {reason.stateReason && t.has(why) ? <p className="mt-0.5">{t(why)}</p> : null}
          </li>
        )
      })}
    </ul>
  )
}
