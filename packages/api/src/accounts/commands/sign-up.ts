import type { z } from 'zod'
import { requestMail } from '../../notifications/commands'
import type { Actor } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { sha256 } from '../../shared/hash'
import { originOf } from '../../shared/origin'
import { hashPassword } from '../../shared/password'
import type { signUpInput } from '../schema'
import { mailVerification } from './verify-email'

/**
 * Opens an account and mails a link that confirms the address. The answer is the same, and takes as
 * long, whether or not the address had an account: then its owner gets a mail that says so.
 */
export async function signUp(
  { db, clock, limits, appUrl }: Pick<Deps, 'db' | 'clock' | 'limits' | 'appUrl'>,
  actor: Actor,
  input: z.infer<typeof signUpInput>,
): Promise<void> {
  await limits.consume('signUpPerOrigin', originOf(actor))
  await limits.consume('mailPerAddress', sha256(input.email))
  const passwordHash = await hashPassword(input.password)
  const now = clock.now()
  await db.$transaction(async (tx) => {
    const [created] = await tx.user.createManyAndReturn({
      data: [{ email: input.email, name: input.name, passwordHash, passwordSetAt: now }],
      skipDuplicates: true,
      select: { id: true, email: true, name: true },
    })
    if (created) return await mailVerification(tx, { appUrl, now }, created, input.returnTo)
    await requestMail(tx, {
      key: `sign-up-existing:${sha256(input.email)}:${now.toISOString().slice(0, 13)}`,
      template: 'sign-up-existing',
      recipient: input.email,
      params: { signInUrl: `${appUrl}/sign-in`, resetUrl: `${appUrl}/reset-password` },
    })
  })
}
