import { Field } from '@archway/ui/field'
import { Input } from '@archway/ui/input'
import { useTranslations } from 'next-intl'
import type { RefundLine, RefundWish } from './refund-amounts'

/** How many of the unused seats of each pack go back. What they come to is said before it is done. */
export function RefundSeatFields({
  lines,
  typed,
  problems,
  onTyped,
}: {
  lines: RefundLine[]
  typed: Record<string, string>
  problems: RefundWish['problems']
  onTyped: (typed: Record<string, string>) => void
}) {
  const t = useTranslations('adminOperations.refund')
  return lines.map(({ id, title, unusedSeats }) => {
    const problem = problems[id]
    return (
      <Field
        key={id}
        label={t('seatsOf', { title })}
        hint={t('unused', { count: unusedSeats })}
        error={problem ? t(`problem.${problem}`, { currency: '' }) : undefined}
      >
        <Input
          inputMode="numeric"
          value={typed[id] ?? ''}
          onChange={(event) => onTyped({ ...typed, [id]: event.target.value })}
        />
      </Field>
    )
  })
}
