'use client'

import { formatMoney, parseMoney, toDecimalString } from '@archway/api/shared/money'
import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useApi } from '@/lib/trpc-client'
import { TextLine } from '../editor/text-line'
import { ReasonDialog } from '../reason-dialog'

/**
 * Takes a payout back, all that is left or less. The request's id is kept until Stripe has answered, so
 * that trying again after a lost connection is the same reversal.
 */
export function ReversePayout({
  payoutId,
  number,
  currency,
  leftMinor,
}: {
  payoutId: string
  number: number
  currency: string
  leftMinor: bigint
}) {
  const t = useTranslations('adminPayouts.reverse')
  const reverse = useMutation(useApi().payouts.adminReverse.mutationOptions())
  const [requestId, setRequestId] = useState(() => crypto.randomUUID())
  const [typed, setTyped] = useState(() => toDecimalString({ amountMinor: leftMinor, currency }))
  const amountMinor = parseMoney(typed, currency)
  const isRight = amountMinor !== null && amountMinor > 0n && amountMinor <= leftMinor

  return (
    <ReasonDialog
      label={t('open')}
      buttonVariant="danger"
      buttonSize="md"
      title={t('title', { number })}
      description={t('description')}
      effects={
        isRight
          ? [t('effectMoney', { amount: formatMoney({ amountMinor, currency }) }), t('effectOwed')]
          : []
      }
      confirmLabel={t('confirm')}
      variant="danger"
      isBlocked={!isRight}
      run={async (reason) => {
        if (!isRight) return { failure: t('amountWrong', { currency }) }
        const { state, error } = await reverse.mutateAsync({
          payoutId,
          requestId,
          amountMinor,
          reason,
        })
        if (state === 'done' || state === 'failed') setRequestId(crypto.randomUUID())
        if (state === 'failed') return { failure: t('refused', { error: error ?? '' }) }
        return t(state === 'done' ? 'done' : 'underWay')
      }}
    >
      <TextLine
        label={t('amount', { currency })}
        hint={t('amountHint', { amount: formatMoney({ amountMinor: leftMinor, currency }) })}
        error={isRight ? undefined : t('amountWrong', { currency })}
        inputMode="decimal"
        value={typed}
        onChange={setTyped}
      />
    </ReasonDialog>
  )
}
