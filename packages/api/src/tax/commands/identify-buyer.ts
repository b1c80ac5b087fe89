import type { Deps } from '../../shared/deps'
import { isUnionNumber, readTaxNumber } from '../rules/tax-number'
import type { TaxBuyer } from '../rules/tax-treatment'
import type { TaxBuyerInput } from '../schema'
import type { TaxNumberStatus } from '../states'

/** A clear answer holds for a day; one that did not come is asked for again after a minute. */
const answerLifetimeSeconds = { clear: 24 * 3600, none: 60 }

/** Who buys, with what is known of the tax number. `taxNumber` is written as its country writes it. */
export type IdentifiedBuyer = TaxBuyer & {
  taxNumber: string | null
  /** the number is none of that country */
  isMalformed: boolean
}

/**
 * What tax has to know of a buyer. A number that has the form of its country's is looked up in the
 * register, where there is one for it, at most once a day; every answer is kept, with the register's
 * own reference, as proof of having asked. A register that does not answer makes the number
 * `unavailable`, never an error: the buyer is charged tax and may still pay. Safe to repeat.
 */
export async function identifyBuyer(
  deps: Pick<Deps, 'db' | 'clock' | 'taxRegister' | 'logger'>,
  { country, taxNumber, region = null, postalCode = null }: TaxBuyerInput,
): Promise<IdentifiedBuyer> {
  const buyer = (status: TaxNumberStatus, number: string | null = taxNumber): IdentifiedBuyer => ({
    country,
    region,
    postalCode,
    taxNumberStatus: status,
    taxNumber: number,
    isMalformed: false,
  })
  if (country === null || taxNumber === null) return buyer('none')
  const read = readTaxNumber(taxNumber, country)
  if (read.kind === 'unchecked') return buyer('none')
  if (read.kind === 'malformed') return { ...buyer('invalid'), isMalformed: true }
  if (deps.taxRegister === null || !isUnionNumber(read.number)) {
    return buyer('unverified', read.number)
  }
  return buyer(await askOnce(deps, deps.taxRegister, read.number), read.number)
}

const partsOf = (number: string) => ({ letters: number.slice(0, 2), rest: number.slice(2) })

async function askOnce(
  { db, clock, logger }: Pick<Deps, 'db' | 'clock' | 'logger'>,
  register: NonNullable<Deps['taxRegister']>,
  number: string,
): Promise<TaxNumberStatus> {
  const now = clock.now()
  const [last] = await db.taxNumberCheck.findMany({
    where: { number },
    orderBy: { checkedAt: 'desc' },
    take: 1,
    select: { status: true, checkedAt: true },
  })
  const { clear, none } = answerLifetimeSeconds
  const lifetime = last?.status === 'unavailable' ? none : clear
  if (last && now.getTime() - last.checkedAt.getTime() < lifetime * 1000) return last.status
  const seller = await db.legalEntity.findFirst({
    where: { isDefault: true },
    select: { taxNumber: true, country: true },
  })
  const own =
    seller?.country && seller.taxNumber ? readTaxNumber(seller.taxNumber, seller.country) : null
  const requester = own?.kind === 'number' && isUnionNumber(own.number) ? partsOf(own.number) : null
  const answer = await register(partsOf(number), requester)
  if (answer.status === 'unavailable')
    logger.warn({ number }, 'the register of tax numbers did not answer')
  await db.taxNumberCheck.create({
    data: {
      number,
      status: answer.status,
      name: answer.status === 'valid' ? answer.name : null,
      consultation: answer.status === 'valid' ? answer.consultation : null,
      checkedAt: now,
    },
    select: { id: true },
  })
  return answer.status
}
