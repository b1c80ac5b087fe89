import { isWaitingForUs } from '@archway/api/payments/rules/dispute-effect'
import { Badge, type BadgeProps } from '@archway/ui/badge'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { Formats } from '@/lib/formats'
import { Id } from '../id'
import { Panel } from '../panel'
import { wordOr } from '../word-or'
import type { AdminOrder } from './admin-order'

const tones: Record<string, BadgeProps['variant']> = {
  succeeded: 'success',
  won: 'success',
  failed: 'danger',
  canceled: 'neutral',
  lost: 'danger',
  needs_response: 'danger',
  appeal_needs_response: 'danger',
  under_review: 'warning',
  pending: 'warning',
}

function Fact({
  title,
  id,
  status,
  amount,
  children,
}: {
  title: string
  id: string
  status: string
  amount: string
  children?: ReactNode
}) {
  const t = useTranslations('adminOperations.orders.stripe')
  return (
    <li className="grid gap-1 py-3">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <span className="flex flex-wrap items-center gap-2">
          <span className="font-medium">{title}</span>
          <Badge variant={tones[status] ?? 'outline'}>{wordOr(t, `state.${status}`, status)}</Badge>
        </span>
        <span className="tabular-nums">{amount}</span>
      </div>
      <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1 text-muted-foreground">
        <Id value={id} />
        {children}
      </div>
    </li>
  )
}

/** Charges, refunds and disputes as Stripe states them. */
export function StripePanel({ order, formats }: { order: AdminOrder; formats: Formats }) {
  const t = useTranslations('adminOperations.orders.stripe')
  const { charges, refunds, disputes } = order.facts
  const isEmpty = charges.length + refunds.length + disputes.length === 0
  return (
    <Panel title={t('title')} description={t('description')}>
      {isEmpty ? (
        <p className="text-muted-foreground text-sm">{t('empty')}</p>
      ) : (
        <ul className="divide-y divide-border border-border border-y text-sm">
          {disputes.map((dispute) => (
            <Fact
              key={dispute.id}
              title={t('dispute')}
              id={dispute.id}
              status={dispute.status}
              amount={formats.money(dispute)}
            >
              <span>{wordOr(t, `reason.${dispute.reason}`, dispute.reason)}</span>
              <Link href={`/admin/disputes/${dispute.id}`}>{t('seeDispute')}</Link>
              {dispute.evidenceDueBy && isWaitingForUs(dispute.status) ? (
                <span className="font-medium text-danger">
                  {t('answerBy', { date: formats.dateTime(dispute.evidenceDueBy) })}
                </span>
              ) : null}
            </Fact>
          ))}
          {refunds.map((refund) => (
            <Fact
              key={refund.id}
              title={t('refund')}
              id={refund.id}
              status={refund.status}
              amount={formats.money({ ...refund, amountMinor: -refund.amountMinor })}
            >
              <span>{formats.dateTime(refund.createdAt)}</span>
              <span>{t(refund.commandId ? 'ours' : 'elsewhere')}</span>
            </Fact>
          ))}
          {charges.map((charge) => (
            <Fact
              key={charge.id}
              title={t('charge')}
              id={charge.id}
              status={charge.status}
              amount={formats.money(charge)}
            >
              <span>{formats.dateTime(charge.createdAt)}</span>
              {charge.cardBrand && charge.cardLast4 ? (
                <span>{t('card', { brand: charge.cardBrand, last4: charge.cardLast4 })}</span>
              ) : null}
              {charge.feeMinor === null ? null : (
                <span>
                  {t('fee', { amount: formats.money({ ...charge, amountMinor: charge.feeMinor }) })}
                </span>
              )}
              {charge.failureMessage ? (
                <span className="text-danger">{charge.failureMessage}</span>
              ) : null}
            </Fact>
          ))}
        </ul>
      )}
    </Panel>
  )
}
