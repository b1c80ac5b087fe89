import type { Tx } from '@archway/db/client'
import { deliveryHour } from '../rules'

/** The moment at which a gift is mailed on a day, where its buyer is: the database knows the time zones. */
export async function deliveryTime(
  tx: Tx,
  deliverOn: string | null,
  timeZone: string,
  now: Date,
): Promise<Date> {
  if (deliverOn === null) return now
  const [row] = await tx.$queryRaw<{ at: Date }[]>`
    select (${deliverOn}::date + make_interval(hours => ${deliveryHour}::int))
      at time zone ${timeZone} as at`
  if (!row) throw new Error(`no moment for ${deliverOn} in ${timeZone}`)
  return row.at
}
