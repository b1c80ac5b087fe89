import { recordTaxParams, reverseTaxParams } from '../../schema'
import {
  type CommandDeps,
  type CommandResult,
  done,
  failed,
  idempotencyKeyOf,
  type LoadedCommand,
  type ProcessCommand,
  resultOfError,
  unknown,
} from './outcome'

/**
 * Tells Stripe Tax that what it worked out was sold. Its reference is the number of our invoice, which
 * Stripe takes once: also when it has forgotten the idempotency key nothing is reported twice.
 */
export async function recordTax(deps: CommandDeps, command: LoadedCommand): Promise<CommandResult> {
  const { calculationId, reference } = recordTaxParams.parse(command.params)
  try {
    const transaction = await deps.stripe.tax.transactions.createFromCalculation(
      { calculation: calculationId, reference, metadata: metadataOf(command) },
      { idempotencyKey: idempotencyKeyOf(command) },
    )
    return done(transaction.id)
  } catch (error) {
    return resultOfError(error)
  }
}

/** Tells Stripe Tax how much of a sale was taken back, tax included, once the sale itself is told. */
export async function reverseTax(
  deps: CommandDeps,
  command: LoadedCommand,
  process: ProcessCommand,
): Promise<CommandResult> {
  const { reference, amountMinor } = reverseTaxParams.parse(command.params)
  const sale = await deps.db.stripeCommand.findFirst({
    where: { orderId: command.orderId, kind: 'record_tax' },
    select: { id: true },
  })
  if (!sale) return failed('the sale was not told to Stripe Tax')
  const { state, error } = await process(deps, sale.id)
  if (state === 'failed') return failed(error ?? 'the sale was refused')
  const told = await deps.db.stripeCommand.findUniqueOrThrow({
    where: { id: sale.id },
    select: { resultId: true },
  })
  if (state !== 'done' || told.resultId === null) return unknown('the sale is not told yet')
  try {
    const reversal = await deps.stripe.tax.transactions.createReversal(
      {
        mode: 'partial',
        original_transaction: told.resultId,
        reference,
        flat_amount: -Number(amountMinor),
        metadata: metadataOf(command),
      },
      { idempotencyKey: idempotencyKeyOf(command) },
    )
    return done(reversal.id)
  } catch (error) {
    return resultOfError(error)
  }
}

const metadataOf = ({ id, orderId }: LoadedCommand) => ({
  command_id: id,
  order_id: orderId ?? '',
})
