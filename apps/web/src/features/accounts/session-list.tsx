import { Badge } from '@archway/ui/badge'
import { Button } from '@archway/ui/button'
import { getTranslations } from 'next-intl/server'
import { deviceName } from '@/lib/device-name'
import { revokeOtherSessions, revokeSession } from './actions'

type Session = {
  id: string
  userAgent: string | null
  ipAddress: string | null
  method: string
  createdAt: Date
  lastSeenAt: Date
  isCurrent: boolean
}

const methods = ['password', 'link', 'verification', 'google', 'github', 'linkedin'] as const

/** One's live sessions, each with a button that ends it. */
export async function SessionList({
  sessions,
  locale,
  timeZone,
}: {
  sessions: Session[]
  locale: string
  timeZone: string
}) {
  const t = await getTranslations('accounts.security')
  const when = new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone,
  })
  return (
    <div className="grid gap-4">
      <ul className="divide-y divide-border rounded-lg border border-border bg-surface">
        {sessions.map((session) => {
          const method = methods.find((known) => known === session.method)
          return (
            <li key={session.id} className="flex flex-wrap items-center gap-x-6 gap-y-2 p-4">
              <div className="min-w-0 flex-1">
                <p className="flex flex-wrap items-center gap-2 font-medium">
                  {deviceName(session.userAgent) ?? t('unknownDevice')}
                  {session.isCurrent ? <Badge variant="success">{t('thisBrowser')}</Badge> : null}
                </p>
                <p className="mt-0.5 text-muted-foreground text-sm">
                  {[
                    method ? t(`method.${method}`) : session.method,
                    t('startedAt', { when: when.format(session.createdAt) }),
                    t('lastSeen', { when: when.format(session.lastSeenAt) }),
                    session.ipAddress,
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </p>
              </div>
              {session.isCurrent ? null : (
                <form action={revokeSession}>
                  <input type="hidden" name="sessionId" value={session.id} />
                  <Button type="submit" variant="secondary" size="sm">
                    {t('end')}
                  </Button>
                </form>
              )}
            </li>
          )
        })}
      </ul>
      {sessions.length > 1 ? (
        <form action={revokeOtherSessions}>
          <Button type="submit" variant="secondary">
            {t('endOthers')}
          </Button>
        </form>
      ) : null}
    </div>
  )
}
