'use client'

import { formatMoney, toDecimalString } from '@archway/api/shared/money'
import { Button } from '@archway/ui/button'
import { Field } from '@archway/ui/field'
import { Input } from '@archway/ui/input'
import { useTranslations } from 'next-intl'
import type { RefundLine, RefundWish } from './refund-amounts'

type Typed = Record<string, string>

/** One amount per line, at most what is left of it. */
export function RefundLineFields({
  lines,
  currency,
  typed,
  problems,
  onTyped,
}: {
  lines: RefundLine[]
  currency: string
  typed: Typed
  problems: RefundWish['problems']
  onTyped: (typed: Typed) => void
}) {
  const t = useTranslations('adminOperations.refund')
  const money = (amountMinor: bigint) => formatMoney({ amountMinor, currency })
  return (
    <div className="grid gap-3">
      {lines.map((line) => {
        const problem = problems[line.id]
        const isEmpty = line.refundableMinor <= 0n
        return (
          <div key={line.id} className="flex items-end gap-2">
            <Field
              className="min-w-0 flex-1"
              label={t('amountOf', { title: line.title })}
              hint={isEmpty ? t('nothingLeft') : t('left', { amount: money(line.refundableMinor) })}
              error={problem ? t(`problem.${problem}`, { currency }) : undefined}
            >
              <Input
                inputMode="decimal"
                disabled={isEmpty}
                value={typed[line.id] ?? ''}
                onChange={(event) => onTyped({ ...typed, [line.id]: event.target.value })}
              />
            </Field>
            <Button
              variant="ghost"
              disabled={isEmpty}
              className="mb-6.5"
              onClick={() =>
                onTyped({
                  ...typed,
                  [line.id]: toDecimalString({ amountMinor: line.refundableMinor, currency }),
                })
              }
            >
              {t('whole')}
              <span className="sr-only">{line.title}</span>
            </Button>
          </div>
        )
      })}
    </div>
  )
}
