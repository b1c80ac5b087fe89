import { z } from 'zod'

/** What a register says of a tax number. */
export type RegisterAnswer =
  | { status: 'valid'; name: string | null; consultation: string | null }
  | { status: 'invalid' }
  /** it did not answer, or the register of that state did not */
  | { status: 'unavailable' }

/** Asks whether a tax number of the Union exists: the letters of its country, and what follows them. */
export type TaxRegister = (
  number: { letters: string; rest: string },
  requester: { letters: string; rest: string } | null,
) => Promise<RegisterAnswer>

/** What VIES calls an unknown name or address. */
const hidden = '---'

const viesAnswer = z.object({
  valid: z.boolean(),
  name: z.string().nullish(),
  requestIdentifier: z.string().nullish(),
})

const patienceMs = 5000

/**
 * The register of the European Commission (VIES), by its REST interface at `baseUrl`
 * (ec.europa.eu/taxation_customs/vies/rest-api). Told who asks, it gives a consultation number, which
 * proves that somebody asked. Never throws: whatever is no clear answer is `unavailable`.
 */
export function createTaxRegister(baseUrl: string): TaxRegister {
  const url = `${baseUrl.replace(/\/$/, '')}/check-vat-number`
  return async (number, requester) => {
    const body = {
      countryCode: number.letters,
      vatNumber: number.rest,
      ...(requester
        ? { requesterMemberStateCode: requester.letters, requesterNumber: requester.rest }
        : {}),
    }
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json' },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(patienceMs),
      })
      const answer = viesAnswer.safeParse(await response.json())
      if (!response.ok || !answer.success) return { status: 'unavailable' }
      const { valid, name, requestIdentifier } = answer.data
      if (!valid) return { status: 'invalid' }
      return {
        status: 'valid',
        name: !name || name === hidden ? null : name,
        consultation: requestIdentifier || null,
      }
    } catch {
      return { status: 'unavailable' }
    }
  }
}
