import { randomUUID } from 'node:crypto'
import type { Tx } from '@archway/db/client'
import type { Prisma } from '@archway/db/generated/client'
import type { Issued } from '../../documents/commands/issue-documents'
import { addJob } from '../../shared/jobs'

/**
 * Has Stripe Tax told of an order's new documents, when it worked out the tax: the invoice is a sale,
 * and a credit note takes a part of it back. In the transaction that issues them, so each is told of
 * once. An invoice that takes a credit note back has no counterpart there: staff enters it.
 */
export async function reportTax(
  tx: Tx,
  order: { id: string; taxCalculationId: string | null },
  issued: readonly Issued[],
): Promise<void> {
  const calculationId = order.taxCalculationId
  if (calculationId === null) return
  for (const { id, cause, reference } of issued) {
    if (cause === 'sale') await request(tx, order.id, 'record_tax', { calculationId, reference })
    if (cause === 'refund' || cause === 'dispute_lost') {
      const { totalMinor } = await tx.document.findUniqueOrThrow({
        where: { id },
        select: { totalMinor: true },
      })
      await request(tx, order.id, 'reverse_tax', { reference, amountMinor: totalMinor.toString() })
    }
  }
}

async function request(
  tx: Tx,
  orderId: string,
  kind: 'record_tax' | 'reverse_tax',
  params: Prisma.InputJsonObject,
): Promise<void> {
  const command = await tx.stripeCommand.create({
    data: { id: randomUUID(), kind, orderId, params },
    select: { id: true },
  })
  await addJob(
    tx,
    'stripe-command.requested',
    { commandId: command.id },
    { key: `command:${command.id}` },
  )
}
