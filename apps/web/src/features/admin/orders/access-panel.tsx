import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { Formats } from '@/lib/formats'
import { ReasonLine } from '../enrolments/reason-line'
import { Panel } from '../panel'
import type { AdminOrder } from './admin-order'

/** Access that this order is the cause of. */
export function AccessPanel({ order, formats }: { order: AdminOrder; formats: Formats }) {
  const t = useTranslations('adminOperations.orders.access')
  const { person } = order
  return (
    <Panel title={t('title')} description={t('description')}>
      {person === null || order.grants.length === 0 ? (
        <p className="text-muted-foreground text-sm">
          {t(person === null ? 'unclaimed' : 'empty')}
        </p>
      ) : (
        <ul className="grid gap-3 text-sm">
          {order.grants.map((grant) => (
            <li key={grant.grantId} className="grid gap-0.5">
              <Link
                href={`/admin/enrolments/${person.id}/${grant.offering.id}`}
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
