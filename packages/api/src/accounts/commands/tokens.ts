import type { DbOrTx } from '@archway/db/client'
import { DomainError } from '../../shared/errors'
import { randomToken, sha256 } from '../../shared/hash'
import { newId } from '../../shared/uuid'
import { type TokenPurpose, tokenLifetimeSeconds } from '../rules'

/**
 * Makes a single-use secret for a mailed link and returns it; only its hash is kept. It takes the
 * place of an unused one of the same purpose, address and account, which stops working, also when
 * both are asked for at once: a unique key allows one.
 */
export async function issueToken(
  tx: DbOrTx,
  now: Date,
  token: { purpose: TokenPurpose; email: string; userId: string | null },
): Promise<string> {
  const secret = randomToken()
  const expiresAt = new Date(now.getTime() + tokenLifetimeSeconds[token.purpose] * 1000)
  await tx.$executeRaw`
    insert into account_tokens (id, token_hash, purpose, email, user_id, created_at, expires_at)
    values (${newId()}::uuid, ${sha256(secret)}, ${token.purpose}::token_purpose,
      ${token.email}::citext, ${token.userId}::uuid, ${now}, ${expiresAt})
    on conflict (purpose, email, user_id) where used_at is null do update set
      token_hash = excluded.token_hash, created_at = excluded.created_at,
      expires_at = excluded.expires_at`
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
