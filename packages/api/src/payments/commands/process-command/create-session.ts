import type Stripe from 'stripe'
import { createSessionParams } from '../../schema'
import {
  type CommandDeps,
  type CommandResult,
  done,
  failed,
  idempotencyKeyOf,
  type LoadedCommand,
  mayBeForgotten,
  orderOf,
  resultOfError,
} from './outcome'

const locales: readonly string[] =
  'bg cs da de el en en-GB es es-419 et fi fil fr fr-CA hr hu id it ja ko lt lv ms mt nb nl pl pt pt-BR ro ru sk sl sv th tr vi zh zh-HK zh-TW'.split(
    ' ',
  )

/** The language of Stripe's page: the one asked for, its base language, or Stripe's choice. */
export function toStripeLocale(locale: string | null): Stripe.Checkout.SessionCreateParams.Locale {
  const base = locale?.split('-')[0]
  const known = [locale, base].find(
    (name) => name !== undefined && name !== null && locales.includes(name),
  )
  return (known ?? 'auto') as Stripe.Checkout.SessionCreateParams.Locale
}

/** Opens the Checkout Session of an order from the snapshot in the command. */
export async function createSession(
  deps: CommandDeps,
  command: LoadedCommand,
): Promise<CommandResult> {
  const params = createSessionParams.parse(command.params)
  const { id: orderId } = orderOf(command)
  const metadata = { order_id: orderId, command_id: command.id }
  const toResult = (session: Stripe.Checkout.Session): CommandResult => ({
    ...done(session.id),
    session: { id: session.id, url: session.url },
  })
  try {
    const found = command.isRepeated ? await findSession(deps, command) : null
    if (found) return toResult(found)
    // A session lives for an hour: too late for another one.
    if (mayBeForgotten(command, deps.clock.now())) return failed('no session was made in time')
    const session = await deps.stripe.checkout.sessions.create(
      {
        mode: 'payment',
        line_items: params.lines
          .filter((line) => line.amountMinor !== '0')
          .map((line) => ({
            quantity: 1,
            price_data: {
              currency: params.currency.toLowerCase(),
              unit_amount: Number(line.amountMinor),
              product_data: { name: line.title },
            },
          })),
        client_reference_id: orderId,
        metadata,
        payment_intent_data: { metadata },
        customer_email: params.email,
        expires_at: Math.floor(Date.parse(params.expiresAt) / 1000),
        locale: toStripeLocale(params.locale),
        // Another currency than the one ordered would not match the order.
        adaptive_pricing: { enabled: false },
        success_url: `${deps.appUrl}/orders/${orderId}/return?session_id={CHECKOUT_SESSION_ID}`,
        cancel_url: `${deps.appUrl}/orders/${orderId}/cancelled`,
      },
      { idempotencyKey: idempotencyKeyOf(command) },
    )
    return toResult(session)
  } catch (error) {
    return resultOfError(error)
  }
}

async function findSession(deps: CommandDeps, command: LoadedCommand) {
  const order = orderOf(command)
  const created = { gte: Math.floor(order.createdAt.getTime() / 1000) - 300 }
  for await (const session of deps.stripe.checkout.sessions.list({ created, limit: 100 })) {
    if (session.client_reference_id === order.id) return session
  }
  return null
}
