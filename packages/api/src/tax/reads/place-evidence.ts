import type { DbOrTx } from '@archway/db/client'
import { type EvidenceVerdict, weighEvidence } from '../rules/country-evidence'
import type { TaxReportInput } from '../schema'

/** How many orders are named; the counts are of all. */
const listed = 50

type Pieces = { buyerCountry: string; cardCountry: string | null; ipCountry: string | null }

/** An order for which two pieces of evidence that agree are missing. */
export type DoubtfulPlace = Pieces & { orderId: string; number: number; verdict: EvidenceVerdict }

export type PlaceEvidence = {
  /** sales to consumers of the time by what speaks for where they are */
  counts: Record<EvidenceVerdict, number>
  /** those that staff may have to ask about, the newest first, at most fifty */
  doubtful: DoubtfulPlace[]
}

/**
 * What speaks for where consumers are who were invoiced in a time: billing country, country of the card
 * and of the network (`weighEvidence`). Of who gave a tax number that counts it is the number that does.
 */
export async function getPlaceEvidence(
  db: DbOrTx,
  livemode: boolean,
  { from, to }: TaxReportInput,
): Promise<PlaceEvidence> {
  const groups = await db.$queryRaw<(Pieces & { orders: number })[]>`
    select o.buyer_country as "buyerCountry", c.card_country as "cardCountry",
      o.ip_country as "ipCountry", count(*)::int as orders
    from documents d join orders o on o.id = d.order_id
    left join lateral (
      select card_country from stripe_charges
      where order_id = o.id and status = 'succeeded' order by created_at limit 1) c on true
    where d.livemode = ${livemode} and d.cause = 'sale' and d.issued_at >= ${from}
      and d.issued_at < ${to} and o.buyer_country is not null
      and o.tax_number_status not in ('valid', 'unverified')
    group by 1, 2, 3`
  const doubtful = await db.$queryRaw<(Pieces & { orderId: string; number: number })[]>`
    select o.id as "orderId", o.number, o.buyer_country as "buyerCountry",
      c.card_country as "cardCountry", o.ip_country as "ipCountry"
    from documents d join orders o on o.id = d.order_id
    left join lateral (
      select card_country from stripe_charges
      where order_id = o.id and status = 'succeeded' order by created_at limit 1) c on true
    where d.livemode = ${livemode} and d.cause = 'sale' and d.issued_at >= ${from}
      and d.issued_at < ${to} and o.tax_number_status not in ('valid', 'unverified')
      and o.buyer_country is distinct from c.card_country
      and o.buyer_country is distinct from o.ip_country and o.buyer_country is not null
    order by d.issued_at desc, o.number desc limit ${listed}`
  const counts = { agrees: 0, contradicts: 0, single: 0 }
  for (const { orders, ...pieces } of groups) counts[verdictOf(pieces)] += orders
  return { counts, doubtful: doubtful.map((row) => ({ ...row, verdict: verdictOf(row) })) }
}

const verdictOf = ({ buyerCountry, cardCountry, ipCountry }: Pieces): EvidenceVerdict =>
  weighEvidence({ billing: buyerCountry, card: cardCountry, ip: ipCountry })
