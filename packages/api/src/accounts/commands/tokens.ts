import type { DbOrTx } from '@archway/db/client'
import { DomainError } from '../../shared/errors'
import { randomToken, sha256 } from '../../shared/hash'
import { type TokenPurpose, tokenLifetimeSeconds } from '../rules'

/**
 * Makes a single-use secret for a mailed link and returns it; only its hash is kept. Earlier unused
 * ones of the same purpose and address stop working.
 */
export async function issueToken(
  tx: DbOrTx,
  now: Date,
  token: { purpose: TokenPurpose; email: string; userId: string | null },
): Promise<string> {
  await tx.accountToken.updateMany({
    where: { purpose: token.purpose, email: token.email, userId: token.userId, usedAt: null },
    data: { usedAt: now },
  })
  const secret = randomToken()
  await tx.accountToken.create({
    data: {
      ...token,
      tokenHash: sha256(secret),
      createdAt: now,
      expiresAt: new Date(now.getTime() + tokenLifetimeSeconds[token.purpose] * 1000),
    },
  })
  return secret
}

/**
 * Uses a secret up and returns what it was made for. Two requests with the same one: exactly one
 * succeeds. Throws `link-invalid` when it is unknown, used or too old.
 */
export async function consumeToken(
  tx: DbOrTx,
  now: Date,
  purpose: TokenPurpose,
  secret: string,
): Promise<{ email: string; userId: string | null }> {
  const [token] = await tx.accountToken.updateManyAndReturn({
    where: { tokenHash: sha256(secret), purpose, usedAt: null, expiresAt: { gt: now } },
    data: { usedAt: now },
    select: { email: true, userId: true },
  })
  if (!token) throw new DomainError('precondition', 'link-invalid')
  return token
}
