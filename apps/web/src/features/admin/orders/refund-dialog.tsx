'use client'

import { formatMoney } from '@archway/api/shared/money'
import { Alert } from '@archway/ui/alert'
import { RadioGroup } from '@archway/ui/radio-group'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useApi } from '@/lib/trpc-client'
import { useErrorSentence } from '../editor/use-error-sentence'
import { ReasonDialog } from '../reason-dialog'
import { type RefundLine, readAmounts, readSeats } from './refund-amounts'
import { refundEffectLines } from './refund-effect-lines'
import { RefundLineFields } from './refund-line-fields'
import { RefundSeatFields } from './refund-seat-fields'

const scopes = ['all', 'lines', 'seats'] as const

/** Amounts are big integers, which JSON has no words for. */
const hashKey = (key: readonly unknown[]) =>
  JSON.stringify(key, (_, value) => (typeof value === 'bigint' ? `${value}n` : value))

/**
 * Gives money back: all that is left, an amount per line, or the price of unused seats. What it does is asked of the server
 * before it can be confirmed; the request's id is kept until Stripe has answered, so that trying
 * again after a lost connection is the same refund.
 */
export function RefundDialog({
  orderId,
  currency,
  lines,
}: {
  orderId: string
  currency: string
  lines: RefundLine[]
}) {
  const t = useTranslations('adminOperations.refund')
  const api = useApi()
  const sentenceOf = useErrorSentence()
  const refund = useMutation(api.orders.refund.mutationOptions())
  const [isOpen, setIsOpen] = useState(false)
  const [requestId, setRequestId] = useState(() => crypto.randomUUID())
  const [scope, setScope] = useState<(typeof scopes)[number]>('all')
  const [typed, setTyped] = useState<Record<string, string>>({})
  const [seats, setSeats] = useState<Record<string, string>>({})
  const withSeats = lines.filter(({ unusedSeats }) => unusedSeats > 0)
  const wish = scope === 'seats' ? readSeats(withSeats, seats) : readAmounts(lines, typed, currency)
  const wanted = scope === 'all' ? undefined : (wish.lines ?? undefined)
  const isComplete = scope === 'all' || wish.lines !== null
  const effect = useQuery({
    ...api.orders.adminRefundEffect.queryOptions(
      { orderId, lines: wanted },
      { enabled: isOpen && isComplete },
    ),
    queryKeyHashFn: hashKey,
    staleTime: 0,
    retry: false,
  })
  const known = isComplete ? effect.data : undefined

  return (
    <ReasonDialog
      label={t('open')}
      onOpenChange={setIsOpen}
      buttonVariant="danger"
      buttonSize="md"
      title={t('title')}
      description={t('description')}
      effects={known ? refundEffectLines(t, known) : []}
      confirmLabel={
        known
          ? t('confirm', {
              amount: formatMoney({ amountMinor: known.amountMinor, currency: known.currency }),
            })
          : t('confirmUnknown')
      }
      variant="danger"
      isBlocked={!known || effect.isFetching}
      run={async (reason) => {
        const result = await refund.mutateAsync({ orderId, requestId, reason, lines: wanted })
        const amount = known
          ? formatMoney({ amountMinor: known.amountMinor, currency: known.currency })
          : ''
        if (result.state === 'failed') {
          setRequestId(crypto.randomUUID())
          return { failure: t('refused', { error: result.error ?? '' }) }
        }
        if (result.state !== 'done') return t('underway', { amount })
        setRequestId(crypto.randomUUID())
        setTyped({})
        setSeats({})
        return t('receipt', { amount })
      }}
    >
      <RadioGroup
        name="scope"
        legend={t('scope')}
        value={scope}
        onValueChange={(value) => setScope(scopes.find((each) => each === value) ?? 'all')}
        options={scopes
          .filter((value) => value !== 'seats' || withSeats.length > 0)
          .map((value) => ({ value, label: t(`scopes.${value}`) }))}
      />
      {scope === 'lines' ? (
        <RefundLineFields
          lines={lines}
          currency={currency}
          typed={typed}
          problems={wish.problems}
          onTyped={setTyped}
        />
      ) : null}
      {scope === 'seats' ? (
        <RefundSeatFields
          lines={withSeats}
          typed={seats}
          problems={wish.problems}
          onTyped={setSeats}
        />
      ) : null}
      {isComplete && effect.error ? (
        <Alert variant="danger" role="alert">
          {sentenceOf(effect.error)}
        </Alert>
      ) : null}
    </ReasonDialog>
  )
}
