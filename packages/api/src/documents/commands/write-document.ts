import type { Tx } from '@archway/db/client'
import type { Deps } from '../../shared/deps'
import { addJob } from '../../shared/jobs'
import { newId } from '../../shared/uuid'
import { toStoredLine, totalsOf } from '../rules/document-lines'
import type { DueDocument } from '../rules/due-documents'
import { referenceOf } from '../rules/reference'
import type { BuyerSnapshot, SellerSnapshot } from '../schema'
import type { DocumentKind } from '../states'

type Drawn = SellerSnapshot & {
  legal_entity_id: string
  prefix: string
  number: number
  issued_at: Date
  registration_number: string | null
  tax_number: string | null
}

/**
 * Takes the next number of the entity that sells, under the lock of its series: who comes next waits
 * until this transaction has ended, and gets the same number when it was rolled back. Times rise with
 * the numbers, also when two machines disagree about the time.
 */
async function drawNumber(
  tx: Tx,
  kind: DocumentKind,
  livemode: boolean,
  now: Date,
): Promise<Drawn> {
  const draw = () => tx.$queryRaw<Drawn[]>`
    update document_series s
    set last_number = last_number + 1, last_issued_at = greatest(last_issued_at, ${now})
    from legal_entities e
    where e.id = s.legal_entity_id and e.is_default and s.kind = ${kind}::document_kind
      and s.livemode = ${livemode}
    returning s.legal_entity_id, s.last_number as number, s.last_issued_at as issued_at, e.prefix,
      e.name, e.address, e.country, e.tax_number, e.registration_number, e.email`
  const [drawn] = await draw()
  if (drawn) return drawn
  await tx.$executeRaw`
    insert into document_series (legal_entity_id, kind, livemode)
    select id, ${kind}::document_kind, ${livemode} from legal_entities where is_default
    on conflict do nothing`
  const [first] = await draw()
  if (!first) throw new Error('nobody sells: no legal entity is the default one')
  return first
}

/**
 * The number under which the tax of these lines is paid, where the seller is registered in the country
 * whose tax it is; the seller's own number otherwise.
 */
async function taxNumberFor(
  tx: Tx,
  { legal_entity_id, issued_at, tax_number }: Drawn,
  lines: DueDocument['lines'],
): Promise<string | null> {
  const country = lines.find((line) => line.taxCountry !== null)?.taxCountry
  if (!country) return tax_number
  const registration = await tx.taxRegistration.findFirst({
    where: {
      legalEntityId: legal_entity_id,
      scheme: 'local',
      country,
      taxNumber: { not: null },
      validFrom: { lte: issued_at },
      OR: [{ validTo: null }, { validTo: { gt: issued_at } }],
    },
    select: { taxNumber: true },
  })
  return registration?.taxNumber ?? tax_number
}

/**
 * Writes one document with the next number of its series, in the caller's transaction, and queues
 * its PDF. The row never changes afterwards. Throws on a (cause, external id) that is there already,
 * and rolls the number back with everything else.
 */
export async function writeDocument(
  tx: Tx,
  { clock }: Pick<Deps, 'clock'>,
  order: { id: string; currency: string; livemode: boolean },
  buyer: BuyerSnapshot,
  { kind, cause, externalId, lines, suppliedAt }: DueDocument,
  correctsId: string | null,
): Promise<{ id: string; reference: string }> {
  const drawn = await drawNumber(tx, kind, order.livemode, clock.now())
  const reference = referenceOf({ ...drawn, kind, livemode: order.livemode })
  const seller: SellerSnapshot = {
    name: drawn.name,
    address: drawn.address,
    country: drawn.country,
    taxNumber: await taxNumberFor(tx, drawn, lines),
    registrationNumber: drawn.registration_number,
    email: drawn.email,
  }
  const id = newId()
  await tx.document.create({
    data: {
      id,
      legalEntityId: drawn.legal_entity_id,
      kind,
      livemode: order.livemode,
      number: drawn.number,
      reference,
      cause,
      externalId,
      orderId: order.id,
      correctsId,
      currency: order.currency,
      ...totalsOf(lines),
      seller,
      buyer,
      lines: lines.map(toStoredLine),
      suppliedAt,
      issuedAt: drawn.issued_at,
    },
    select: { id: true },
  })
  await addJob(tx, 'document.issued', { documentId: id }, { key: `document:${id}` })
  return { id, reference }
}
