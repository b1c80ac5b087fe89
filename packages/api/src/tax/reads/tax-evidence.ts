import type { DbOrTx } from '@archway/db/client'
import { weighEvidence } from '../rules/country-evidence'
import type { TaxNumberStatus } from '../states'

type Row = {
  buyerCountry: string | null
  buyerRegion: string | null
  buyerPostalCode: string | null
  ipCountry: string | null
  taxNumberStatus: TaxNumberStatus
  billing: unknown
  charges: readonly { status: string; cardCountry: string | null }[]
}

const taxNumberOf = (billing: unknown): string | null =>
  typeof billing === 'object' &&
  billing !== null &&
  'taxNumber' in billing &&
  typeof billing.taxNumber === 'string'
    ? billing.taxNumber
    : null

/**
 * What an order's tax was worked out by, for staff: where the buyer said to be, where the card was
 * issued and the network address is, whether two of them agree, and the tax number with the last that the register said of it.
 */
export async function readTaxEvidence(
  db: DbOrTx,
  { buyerCountry, ipCountry, charges, ...row }: Row,
) {
  const paid = charges.find((charge) => charge.status === 'succeeded')
  const cardCountry = paid?.cardCountry ?? null
  const taxNumber = taxNumberOf(row.billing)
  const check =
    taxNumber === null
      ? null
      : await db.taxNumberCheck.findFirst({
          where: { number: taxNumber },
          orderBy: { checkedAt: 'desc' },
          select: { name: true, consultation: true, checkedAt: true },
        })
  return {
    buyerCountry,
    buyerRegion: row.buyerRegion,
    buyerPostalCode: row.buyerPostalCode,
    cardCountry,
    ipCountry,
    evidence: weighEvidence({ billing: buyerCountry, card: cardCountry, ip: ipCountry }),
    taxNumber,
    taxNumberStatus: row.taxNumberStatus,
    check,
  }
}
