import { getRenewalFeed } from '@archway/api/wallet/reads/renewal-feed'
import { calendarFile } from '@archway/api/wallet/rules/calendar-file'
import { getTranslations } from 'next-intl/server'
import { deps } from '@/lib/deps'
import { absoluteUrl } from '@/lib/page-metadata'
import { walletPath } from '@/lib/paths'

type Context = { params: Promise<{ file: string }> }

/** Somebody's calendar of renewals (iCalendar), for programs that know its secret address. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const token = /^([\w-]{43})\.ics$/.exec((await params).file)?.[1]
  const { db, clock, appUrl } = deps()
  const now = clock.now()
  const events = token ? await getRenewalFeed(db, token, { now, appUrl }) : null
  if (!events) return new Response(null, { status: 404, headers: { 'Cache-Control': 'no-store' } })
  const t = await getTranslations('wallet')
  const file = calendarFile(
    t('calendar.name'),
    events.map(({ entryId, kind, on, title }) => ({
      uid: `${entryId}-${kind}@${new URL(appUrl).hostname}`,
      on,
      summary: t(`calendar.${kind}`, { title }),
      description: t('calendar.eventText'),
      url: absoluteUrl(walletPath),
    })),
    now,
  )
  return new Response(file, {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': 'inline; filename="renewals.ics"',
      'Cache-Control': 'private, max-age=3600',
      'Referrer-Policy': 'no-referrer',
      'X-Robots-Tag': 'noindex',
    },
  })
}
