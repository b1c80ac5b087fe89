import { Button } from '@archway/ui/button'
import { Card } from '@archway/ui/card'
import { Field } from '@archway/ui/field'
import { Input } from '@archway/ui/input'
import { useTranslations } from 'next-intl'
import type { CalculatorInput } from './calculator-input'

/** Asks for the days of the sittings. A plain form: the answer is a page with them in its address. */
export function CalculatorForm({ input, today }: { input: CalculatorInput; today: string }) {
  const t = useTranslations('schemes.calculator')
  const error = (at: number) => (input.wrong.includes(at) ? t('notADay') : undefined)
  return (
    <Card className="p-6">
      <form className="grid gap-5">
        <div className="grid gap-5 sm:grid-cols-2">
          {input.failed.map((value, at) => (
            <Field key={at} label={t(at === 0 ? 'failed' : 'failedAgain')} error={error(at)}>
              <Input type="date" name="failed" max={today} defaultValue={value} />
            </Field>
          ))}
          <Field label={t('passed')} error={error(-1)}>
            <Input type="date" name="passed" max={today} defaultValue={input.passed} />
          </Field>
        </div>
        <Button type="submit" className="justify-self-start">
          {t('show')}
        </Button>
      </form>
    </Card>
  )
}
