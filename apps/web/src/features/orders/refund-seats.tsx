import { Button } from '@archway/ui/button'
import { Card } from '@archway/ui/card'
import { Field } from '@archway/ui/field'
import { Input } from '@archway/ui/input'
import { getTranslations } from 'next-intl/server'

/** How many of the unused seats go back: a plain form that shows the page again with what they come to. */
export async function RefundSeats({ unused, chosen }: { unused: number; chosen: number }) {
  const t = await getTranslations('orders.refundPage')
  return (
    <Card className="p-6">
      <form className="flex flex-wrap items-end gap-3">
        <Field label={t('seats')} hint={t('seatsHint', { unused })} className="min-w-48 flex-1">
          {(control) => (
            <div className="flex gap-2">
              <Input
                {...control}
                type="number"
                name="seats"
                min={1}
                max={unused}
                defaultValue={chosen}
                className="w-28"
              />
              <Button type="submit" variant="secondary">
                {t('seatsChange')}
              </Button>
            </div>
          )}
        </Field>
      </form>
    </Card>
  )
}
