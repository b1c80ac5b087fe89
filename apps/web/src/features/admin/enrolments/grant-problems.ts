import { z } from 'zod'

/** By field: the sentence of the catalogue that says what is wrong. */
export type GrantProblems = {
  email?: 'email-invalid'
  offeringId?: 'offering-missing'
  endsOn?: 'date-past'
  reason?: 'reason-missing'
}

const email = z.email()

/** What the server would refuse, told before it is asked. Pure. */
export function grantProblems(
  values: { email: string; offeringId: string; endsOn: string; reason: string },
  now: Date,
): GrantProblems {
  const isPast = values.endsOn !== '' && Date.parse(values.endsOn) + 86_400_000 <= now.getTime()
  return {
    ...(email.safeParse(values.email.trim()).success ? {} : { email: 'email-invalid' }),
    ...(values.offeringId === '' ? { offeringId: 'offering-missing' } : {}),
    ...(isPast ? { endsOn: 'date-past' } : {}),
    ...(values.reason.trim().length < 3 ? { reason: 'reason-missing' } : {}),
  }
}
