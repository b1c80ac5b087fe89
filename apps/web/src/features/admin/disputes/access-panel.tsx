import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { Formats } from '@/lib/formats'
import { ReasonLine } from '../enrolments/reason-line'
import { Panel } from '../panel'
import type { AdminDispute } from './dispute'

/** What became of the access that the disputed order gave. */
export function AccessPanel({ dispute, formats }: { dispute: AdminDispute; formats: Formats }) {
  const t = useTranslations('adminDisputes.access')
  const { user } = dispute.order
  return (
    <Panel title={t('title')} description={t('description')}>
      {user === null || dispute.access.length === 0 ? (
        <p className="text-muted-foreground text-sm">{t(user === null ? 'unclaimed' : 'empty')}</p>
      ) : (
        <ul className="grid gap-3 text-sm">
          {dispute.access.map((grant) => (
            <li key={grant.grantId} className="grid gap-0.5">
              <Link
                href={`/admin/enrolments/${user.id}/${grant.offering.id}`}
                className="font-medium"
              >
                {grant.offering.title}
              </Link>
              <ReasonLine reason={grant} formats={formats} />
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}
