import { AsyncLocalStorage } from 'node:async_hooks'
import { randomUUID } from 'node:crypto'
import { startCheckout } from '@archway/api/orders/commands/start-checkout'
import { accessTo } from '@archway/api/testing/cart'
import type pg from 'pg'
import { addPeople, type Person } from '../../people/add-people'
import { memberOf } from './people'
import { callSide } from './sides'
import { oncePerSite, type Work, type WorkContext } from './work'

/** Buyers of both sides: each buys once. */
const BUYERS = 40_000

type Course = { id: string; title: string; providerId: string }

/** The course that is bought: one of the demo's own. */
export const paidCourse = oncePerSite(async ({ site }) => {
  const { rows } = await site.pool.query<Course>(
    `select o.id, o.title, o.provider_id as "providerId"
     from offerings o join prices p on p.offering_id = o.id
     where o.origin = 'own' and o.kind = 'course' and o.status = 'published' and p.currency = 'USD'
       and p.period = 'one_time' and p.valid_to is null and p.amount_minor > 0
     order by o.slug limit 1`,
  )
  if (!rows[0]) throw new Error('The demo has no course that costs something.')
  return rows[0]
})

const nextBuyer = oncePerSite(async (context) => {
  const buyers = (await addPeople(context.site.pool, 'buyer', BUYERS)).values()
  return (): Person => {
    const { value } = buyers.next()
    if (!value) throw new Error('Everybody has bought.')
    return value
  }
})

/** Measures how long Stripe's own answers take, for each checkout by itself. */
const stripeTimes = oncePerSite(async ({ site }) => {
  const times = new AsyncLocalStorage<{ milliseconds: number }>()
  site.deps.stripe.on('response', ({ elapsed }: { elapsed: number }) => {
    const time = times.getStore()
    if (time) time.milliseconds += elapsed
  })
  return times
})

/** Places an order of somebody new. Returns its id and how long Stripe took, milliseconds. */
export async function placeOrder(
  context: WorkContext,
): Promise<{ orderId: string; stripeMs: number }> {
  const course = await paidCourse(context)
  const buyer = (await nextBuyer(context))()
  const times = await stripeTimes(context)
  const time = { milliseconds: 0 }
  const result = await times.run(time, () =>
    startCheckout(context.site.deps, memberOf(buyer), {
      items: accessTo(course.id),
      currency: 'USD',
      buyer: { country: 'US', taxNumber: null },
    }),
  )
  if (result.kind !== 'redirect') throw new Error('Nothing to pay.')
  return { orderId: result.orderId, stripeMs: time.milliseconds }
}

/** The least that a checkout has to write and read, without the product: seven statements. */
async function bareCheckout(pool: pg.Pool, course: Course, buyer: Person): Promise<void> {
  const orderId = randomUUID()
  const client = await pool.connect()
  try {
    const { rows } = await client.query<{ id: string; amount: string }>(
      `select p.id, p.amount_minor as amount from prices p
       where p.offering_id = $1 and p.currency = 'USD' and p.period = 'one_time' and p.valid_to is null`,
      [course.id],
    )
    const amount = rows[0]?.amount
    await client.query('begin')
    await client.query(
      `insert into orders (id, user_id, email, currency, subtotal_minor, total_minor, cart_hash,
         livemode, expires_at, updated_at)
       values ($1, $2, $3, 'USD', $4, $4, 'bare', false, now() + interval '1 hour', now())`,
      [orderId, buyer.userId, buyer.email, amount],
    )
    await client.query(
      `insert into order_lines (id, order_id, position, offering_id, price_id, title, list_minor,
         amount_minor, provider_id, share_bps, refund_promise)
       values (gen_random_uuid(), $1, 0, $2, $3, $4, $5, $5, $6, 7000, '{"version":1,"days":14,"belowPercent":30}')`,
      [orderId, course.id, rows[0]?.id, course.title, amount, course.providerId],
    )
    await client.query(
      `with command as (
         insert into stripe_commands (id, kind, order_id, params, state, updated_at)
         values (gen_random_uuid(), 'create_session', $1, '{}', 'done', now()) returning id)
       select graphile_worker.add_job('bench.nothing', json_build_object('commandId', id),
         run_at := now() + interval '1 day', job_key := 'command:' || id) from command`,
      [orderId],
    )
    await client.query('commit')
    await client.query(
      'update orders set checkout_session_id = $2, checkout_url = $3 where id = $1',
      [orderId, `cs_bare_${orderId}`, `https://checkout.example.com/${orderId}`],
    )
  } finally {
    client.release()
  }
}

async function prepareCheckout(context: WorkContext) {
  const course = await paidCourse(context)
  const buyer = await nextBuyer(context)
  return {
    subject: callSide('command, Stripe’s time taken out', async () => {
      return (await placeOrder(context)).stripeMs
    }),
    limit: callSide('same transaction, bare pg', () =>
      bareCheckout(context.site.pool, course, buyer()),
    ),
  }
}

export const checkoutWork: Work = {
  name: 'checkout: start',
  scope: 'largest',
  goal: 0.5,
  prepare: prepareCheckout,
}

/** So many people press the button in the same moment, as when a sale opens. */
export const checkoutBurstWork: Work = {
  name: 'checkout: 200 at once',
  scope: 'largest',
  goal: 0.5,
  atOnce: 200,
  prepare: prepareCheckout,
}
