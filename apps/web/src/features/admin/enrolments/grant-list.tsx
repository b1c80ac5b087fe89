import { useTranslations } from 'next-intl'
import type { Formats } from '@/lib/formats'
import type { AdminOutput } from '../admin-output'
import { GrantActions } from './grant-actions'
import { ReasonLine } from './reason-line'

export type Grant = AdminOutput['enrolments']['adminGrantsOf'][number]

/** Grants with their causes; `all` are those of the person, so that a revocation can say what remains. */
export function GrantList({
  grants,
  all,
  canRevoke,
  showOffering,
  formats,
}: {
  grants: Grant[]
  all: Grant[]
  canRevoke: boolean
  showOffering: boolean
  formats: Formats
}) {
  const t = useTranslations('adminOperations.access')
  if (grants.length === 0) return <p className="text-muted-foreground text-sm">{t('none')}</p>
  const known = all.map(({ grantId, source, sourceId, standing, stateReason, offering }) => ({
    grantId,
    source,
    sourceId,
    standing,
    stateReason,
    offering: { id: offering.id, title: offering.title },
  }))
  return (
    <ul className="divide-y divide-border border-border border-y text-sm">
      {grants.map((grant) => {
        const own = known.find((candidate) => candidate.grantId === grant.grantId)
        return (
          <li
            key={grant.grantId}
            className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-3"
          >
            <div className="grid min-w-0 gap-1">
              {showOffering ? <span className="font-medium">{grant.offering.title}</span> : null}
              <ReasonLine
                reason={grant}
                note={grant.note}
                givenBy={grant.givenBy}
                formats={formats}
              />
              <span className="text-muted-foreground text-xs">
                {t('givenAt', { date: formats.dateTime(grant.createdAt) })}
              </span>
            </div>
            {canRevoke && own ? <GrantActions grant={own} grants={known} /> : null}
          </li>
        )
      })}
    </ul>
  )
}
