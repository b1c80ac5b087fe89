import type { PoolSeat } from '@archway/api/seats/reads/seat-pools'
import { Badge } from '@archway/ui/badge'
import { useTranslations } from 'next-intl'
import { OneStep } from './forms'

const tones = { invited: 'info', claimed: 'success', released: 'neutral' } as const

/** Who has, had or was offered a seat, with the progress that learners share, and what can be done. */
export function SeatList({ seats, canInvite }: { seats: readonly PoolSeat[]; canInvite: boolean }) {
  const t = useTranslations('teams.pack')
  if (seats.length === 0) return <p className="text-muted-foreground text-sm">{t('nobody')}</p>
  return (
    <ul className="divide-y divide-border rounded-lg border border-border bg-surface">
      {seats.map((seat) => (
        <li
          key={seat.assignmentId}
          className="flex justify-between gap-x-6 gap-y-3 p-5 max-sm:flex-col sm:items-center"
        >
          <div className="wrap-anywhere min-w-0">
            <p className="font-medium">{seat.name ?? seat.email}</p>
            {seat.name ? <p className="text-muted-foreground text-sm">{seat.email}</p> : null}
            <p className="mt-1 flex flex-wrap items-center gap-2 text-muted-foreground text-sm">
              <Badge variant={tones[seat.state]}>{t(`states.${seat.state}`)}</Badge>
              {seat.state === 'claimed' ? (
                <span>
                  {t('progress')}:{' '}
                  {seat.progress
                    ? seat.progress.completedAt
                      ? t('completed')
                      : t('progressOf', { percent: seat.progress.percent })
                    : t('notShared')}
                </span>
              ) : null}
            </p>
          </div>
          {seat.state === 'released' ? null : (
            <div className="flex flex-wrap gap-3">
              {seat.state === 'invited' && canInvite ? (
                <OneStep
                  action="resendInvitation"
                  label={t('resend')}
                  values={{ assignmentId: seat.assignmentId }}
                />
              ) : null}
              <OneStep
                action="releaseSeat"
                label={t('release')}
                values={{ assignmentId: seat.assignmentId }}
              />
            </div>
          )}
        </li>
      ))}
    </ul>
  )
}
