import { Badge } from '@archway/ui/badge'
import { useTranslations } from 'next-intl'
import type { Formats } from '@/lib/formats'
import { Panel } from '../panel'
import { PersonLink } from '../person-link'
import type { AdminPool } from './pool'
import { ReleaseSeat, ResendInvitation } from './seat-actions'

type Seat = AdminPool['seats'][number]

const tones = { invited: 'info', claimed: 'success', released: 'neutral' } as const

/** What happened to a seat last, and how far its holder is when they let the pack's owner see it. */
function SeatFacts({ seat, formats }: { seat: Seat; formats: Formats }) {
  const t = useTranslations('adminPurchases.seats')
  if (seat.state === 'released') {
    return seat.releasedAt ? t('releasedAt', { date: formats.date(seat.releasedAt) }) : null
  }
  if (seat.state === 'invited') {
    return t('invitedAt', { date: formats.date(seat.createdAt), count: seat.sends })
  }
  const progress = seat.progress
    ? t('progress', { percent: seat.progress.percent })
    : t(seat.sharesProgress ? 'notBegun' : 'notShared')
  return `${seat.claimedAt ? t('claimedAt', { date: formats.date(seat.claimedAt) }) : ''} ${progress}`
}

/** Who holds, waits for, or had a seat. Progress is shown only of those who share it with the owner. */
export function SeatsPanel({
  pool,
  canSeePerson,
  formats,
}: {
  pool: AdminPool
  canSeePerson: boolean
  formats: Formats
}) {
  const t = useTranslations('adminPurchases.seats')
  const states = useTranslations('teams.pack.states')
  return (
    <Panel title={t('holders')} description={t('holdersText')}>
      {pool.seats.length === 0 ? (
        <p className="text-muted-foreground text-sm">{t('nobody')}</p>
      ) : (
        <ul className="divide-y divide-border border-border border-y text-sm">
          {pool.seats.map((seat) => (
            <li
              key={seat.assignmentId}
              className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3"
            >
              <div className="grid min-w-0 gap-1">
                <span className="flex flex-wrap items-center gap-2">
                  <span className="wrap-anywhere font-medium">
                    <PersonLink
                      person={{ id: seat.userId ?? '', name: seat.name, email: seat.email }}
                      isLinked={canSeePerson && seat.userId !== null}
                    />
                  </span>
                  <Badge variant={tones[seat.state]}>{states(seat.state)}</Badge>
                </span>
                <span className="wrap-anywhere text-muted-foreground">
                  {seat.name ? <span className="block">{seat.email}</span> : null}
                  <SeatFacts seat={seat} formats={formats} />
                </span>
              </div>
              {seat.state === 'released' ? null : (
                <span className="flex flex-wrap gap-2">
                  {pool.may.resend && seat.state === 'invited' ? (
                    <ResendInvitation assignmentId={seat.assignmentId} email={seat.email} />
                  ) : null}
                  {pool.may.release ? (
                    <ReleaseSeat
                      assignmentId={seat.assignmentId}
                      isClaimed={seat.state === 'claimed'}
                    />
                  ) : null}
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}
