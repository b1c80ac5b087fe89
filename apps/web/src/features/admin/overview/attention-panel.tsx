import { Badge } from '@archway/ui/badge'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { Formats } from '@/lib/formats'
import type { AdminOutput } from '../admin-output'
import { Panel } from '../panel'
import { wordOr } from '../word-or'

type Attention = AdminOutput['orders']['adminAttention']

function Item({
  count,
  tone = 'danger',
  children,
  details,
}: {
  count: number
  tone?: 'danger' | 'warning'
  children: ReactNode
  details?: ReactNode
}) {
  if (count === 0) return null
  return (
    <li className="grid gap-1 py-2.5">
      <span className="flex items-center gap-3">
        <Badge variant={tone} className="tabular-nums">
          {count}
        </Badge>
        <span>{children}</span>
      </span>
      {details ? <div className="grid gap-1 ps-9 text-muted-foreground">{details}</div> : null}
    </li>
  )
}

/** Everything that waits for a person, the most urgent first; calm words when nothing does. */
export function AttentionPanel({ attention, formats }: { attention: Attention; formats: Formats }) {
  const t = useTranslations('adminOperations.attention')
  const { orders, stripe, mails, jobs, offeringsInReview, overdueFacts } = attention
  const { membershipsInReview, credentialsToDecide, namesToDecide } = attention
  if (Object.values(attention).every((kind) => kind === null)) return null
  const nameOf = (group: 'templates' | 'tasks', name: string) =>
    wordOr(t, `${group}.${name.replace(/[.:]/g, '-')}`, name)
  const counts = [
    orders?.inReview,
    orders?.disputed,
    membershipsInReview,
    stripe?.deadEvents,
    stripe?.deadTargets,
    mails?.count,
    jobs?.count,
    offeringsInReview,
    overdueFacts,
    credentialsToDecide,
    namesToDecide,
  ]
  const isCalm = counts.every((count) => !count)
  return (
    <Panel title={t('title')}>
      {isCalm ? (
        <p className="text-muted-foreground text-sm">{t('calm')}</p>
      ) : (
        <ul className="divide-y divide-border border-border border-y text-sm">
          <Item
            count={orders?.disputed ?? 0}
            details={orders?.disputes.map((dispute) => (
              <span key={dispute.id}>
                <Link href={`/admin/disputes/${dispute.id}`}>
                  {t('order', { number: dispute.order.number })}
                </Link>
                {dispute.evidenceDueBy
                  ? ` · ${t('answerBy', { date: formats.dateTime(dispute.evidenceDueBy) })}`
                  : null}
              </span>
            ))}
          >
            <Link href="/admin/disputes?group=waiting">{t('disputes')}</Link>
          </Item>
          <Item count={orders?.inReview ?? 0}>
            <Link href="/admin/orders?needsReview=yes">{t('inReview')}</Link>
          </Item>
          <Item count={membershipsInReview ?? 0}>
            <Link href="/admin/subscriptions?attention=yes">{t('membershipsInReview')}</Link>
          </Item>
          <Item count={stripe?.deadTargets ?? 0}>
            <Link href="/admin/webhooks/targets?state=dead">{t('deadTargets')}</Link>
          </Item>
          <Item count={stripe?.deadEvents ?? 0}>
            <Link href="/admin/webhooks?state=dead">{t('deadEvents')}</Link>
          </Item>
          <Item count={credentialsToDecide ?? 0} tone="warning">
            <Link href="/admin/credentials?show=to-decide">{t('credentialsToDecide')}</Link>
          </Item>
          <Item count={namesToDecide ?? 0} tone="warning">
            <Link href="/admin/credentials/names">{t('namesToDecide')}</Link>
          </Item>
          <Item count={offeringsInReview ?? 0} tone="warning">
            <Link href="/admin/offerings?status=in_review">{t('offeringsInReview')}</Link>
          </Item>
          <Item count={overdueFacts ?? 0} tone="warning">
            <Link href="/admin/guides/facts?state=overdue">{t('overdueFacts')}</Link>
          </Item>
          <Item
            count={mails?.count ?? 0}
            tone="warning"
            details={mails?.newest.map((mail) => (
              <span key={mail.id} className="break-words">
                {t('mail', {
                  template: nameOf('templates', mail.template),
                  date: formats.dateTime(mail.createdAt),
                })}
                {mail.lastError ? (
                  <span className="block text-danger">{mail.lastError}</span>
                ) : null}
              </span>
            ))}
          >
            {t('mails')}
          </Item>
          <Item
            count={jobs?.count ?? 0}
            tone="warning"
            details={jobs?.newest.map((job) => (
              <span key={job.id} className="break-words">
                {t(job.isGivenUp ? 'jobGivenUp' : 'jobRetried', {
                  task: nameOf('tasks', job.task),
                  attempts: job.attempts,
                })}
                <span className="line-clamp-2 text-danger">{job.lastError}</span>
              </span>
            ))}
          >
            {t('jobs')}
          </Item>
        </ul>
      )}
    </Panel>
  )
}
