import { randomBytes } from 'node:crypto'
import type { Tx } from '@archway/db/client'
import { recordAudit } from '../../audit/commands'
import type { Actor } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { conflict, invalid, notFound } from '../../shared/errors'
import { enforce } from '../../shared/policy-result'
import { canEditCoupon } from '../policy'
import { codeBytes, makeCode } from '../rules/make-code'
import type { GenerateCodesInput } from '../schema'
import { readCouponSnapshot } from './coupon-snapshot'

async function requireActive(tx: Tx, couponId: string): Promise<void> {
  const coupon = await readCouponSnapshot(tx, couponId)
  if (!coupon) throw notFound('coupon')
  if (coupon.terms.endedAt !== null) throw conflict('coupon-over')
}

/**
 * Makes codes of a coupon that work once each. The form's `batchId` is the key: sending it again makes
 * no more. Codes are random enough not to be guessed, and unique.
 */
export async function generateCodes(
  deps: Deps,
  actor: Actor,
  { couponId, batchId, count, prefix }: GenerateCodesInput,
): Promise<{ batchId: string; count: number }> {
  enforce(canEditCoupon(actor))
  return await deps.db.$transaction(async (tx) => {
    await requireActive(tx, couponId)
    const made = await tx.couponCode.count({ where: { batchId } })
    if (made > 0) return { batchId, count: made }
    const codes = new Set<string>()
    while (codes.size < count) codes.add(makeCode(prefix, randomBytes(codeBytes)))
    const createdAt = deps.clock.now()
    await tx.couponCode.createMany({
      data: [...codes].map((code) => ({ couponId, code, isSingleUse: true, batchId, createdAt })),
    })
    await recordAudit(tx, actor, {
      action: 'coupon.generate-codes',
      entityType: 'coupon',
      entityId: couponId,
      after: { count, prefix, batchId },
    })
    return { batchId, count }
  })
}

/** Adds another code that anybody may use. Adding it again does nothing; another coupon's is refused. */
export async function addCode(
  deps: Deps,
  actor: Actor,
  { couponId, code }: { couponId: string; code: string },
): Promise<void> {
  enforce(canEditCoupon(actor))
  await deps.db.$transaction(async (tx) => {
    await requireActive(tx, couponId)
    const { count } = await tx.couponCode.createMany({
      data: [{ couponId, code, createdAt: deps.clock.now() }],
      skipDuplicates: true,
    })
    if (count === 1) {
      await recordAudit(tx, actor, {
        action: 'coupon.add-code',
        entityType: 'coupon',
        entityId: couponId,
        after: { code },
      })
      return
    }
    const taken = await tx.couponCode.findUniqueOrThrow({ where: { code } })
    if (taken.couponId !== couponId) throw invalid('coupon-code-taken', 'code', { code })
  })
}
