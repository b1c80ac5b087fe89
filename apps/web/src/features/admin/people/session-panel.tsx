import { Badge } from '@archway/ui/badge'
import { useTranslations } from 'next-intl'
import { deviceName } from '@/lib/device-name'
import type { Formats } from '@/lib/formats'
import type { AdminOutput } from '../admin-output'
import { Panel } from '../panel'
import { wordOr } from '../word-or'
import { EndSessions } from './account-actions'

type Session = AdminOutput['accounts']['adminGet']['sessions'][number]

/** Browsers that are or were signed in, the last used first. */
export function SessionPanel({
  userId,
  sessions,
  liveIds,
  canEnd,
  formats,
}: {
  userId: string
  sessions: Session[]
  liveIds: string[]
  canEnd: boolean
  formats: Formats
}) {
  const t = useTranslations('adminOperations.people')
  const methods = useTranslations('accounts.security.method')
  return (
    <Panel
      title={t('sessions')}
      action={
        canEnd && liveIds.length > 0 ? (
          <EndSessions userId={userId} count={liveIds.length} />
        ) : undefined
      }
    >
      {sessions.length === 0 ? (
        <p className="text-muted-foreground text-sm">{t('noSessions')}</p>
      ) : (
        <ul className="divide-y divide-border border-border border-y text-sm">
          {sessions.map((session) => (
            <li key={session.id} className="grid gap-1 py-2.5">
              <span className="flex flex-wrap items-center gap-2">
                <Badge variant={liveIds.includes(session.id) ? 'success' : 'neutral'}>
                  {t(liveIds.includes(session.id) ? 'sessionLive' : 'sessionEnded')}
                </Badge>
                <span>{wordOr(methods, session.method, session.method)}</span>
                <span className="text-muted-foreground">{session.ipAddress}</span>
              </span>
              <span className="line-clamp-1 text-muted-foreground" title={session.userAgent ?? ''}>
                {deviceName(session.userAgent) ?? t('unknownBrowser')}
              </span>
              <span className="text-muted-foreground text-xs tabular-nums">
                {t('sessionTimes', {
                  created: formats.dateTime(session.createdAt),
                  seen: formats.dateTime(session.lastSeenAt),
                })}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}
