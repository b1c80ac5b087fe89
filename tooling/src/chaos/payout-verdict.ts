import { runPayouts } from '@archway/api/payouts/commands/run-payouts'
import { brokenPayouts } from '@archway/api/payouts/reads/broken-payouts'
import { getPayoutPlan } from '@archway/api/payouts/reads/payout-plan'
import type { Finding } from './finding'
import { comeToRest } from './rest'
import { CURRENCIES } from './shelves'
import type { ChaosShop } from './shop'

/** More than all sales together. */
const PLENTY = 1_000_000_000

/** Orders whose money may still go back, by the stored rows alone. */
const CONTESTED = `
  select o.id from orders o where o.status in ('disputed', 'duplicate', 'cancelled')
    or o.review is not null
    or exists (select 1 from stripe_refunds r
      where r.order_id = o.id and r.status in ('pending', 'requires_action'))`

/**
 * Pays providers once more, with plenty on the platform's balance, and judges every payout: that last run
 * pays for nothing whose money may still go back, and leaves nothing that could have been paid.
 */
export async function judgePayouts(
  shop: ChaosShop,
  note: (text: string) => void,
): Promise<Finding[]> {
  const { deps, stripe } = shop
  for (const currency of CURRENCIES) {
    await stripe.topUp({ amount: PLENTY, currency: currency.toLowerCase() })
  }
  const before = await paidForContested(shop)
  await runPayouts(deps, { type: 'system', name: 'payouts' })
  await comeToRest(shop, note)
  const after = await paidForContested(shop)
  const wrong = [...after].filter(([part, amount]) => {
    const earlier = before.get(part) ?? 0n
    return amount > earlier && amount > 0n
  })
  const now = deps.clock.now()
  const left = (await getPayoutPlan(deps.db, false, null, now)).filter(
    ({ verdict }) => verdict === 'pay' || verdict === 'waiting',
  )
  const payouts = await brokenPayouts(deps.db, false, now)
  return [
    ...payouts.map(({ name, broken, ids }) => ({ name, broken, examples: ids })),
    {
      name: 'Nothing is paid for what may still go back',
      broken: wrong.length,
      examples: wrong.map(([part, amount]) => `${part}: ${amount}`),
    },
    {
      name: 'What can be paid is paid',
      broken: left.length,
      examples: left.map((plan) => `${plan.providerId} ${plan.currency}: ${plan.amountMinor}`),
    },
    await compareAccounts(shop),
  ]
}

/** What payouts that were sent hold of contested orders, by order, provider and currency. */
async function paidForContested({ pool }: ChaosShop): Promise<Map<string, bigint>> {
  const { rows } = await pool.query<{ part: string; amount: string }>(
    `select t.order_id || ' ' || e.owner_id || ' ' || e.currency as part, sum(l.amount_minor) as amount
     from payout_lines l join payouts p on p.id = l.payout_id
     join ledger_entries e on e.id = l.ledger_entry_id
     join ledger_transactions t on t.id = e.transaction_id
     where p.state in ('due', 'sent', 'paid', 'failed') and t.order_id in (${CONTESTED})
     group by 1`,
  )
  return new Map(rows.map(({ part, amount }) => [part, BigInt(amount)]))
}

/** What reached every account at Stripe, less what was reversed, is what the ledger says was paid to it. */
async function compareAccounts({ stripe, pool }: ChaosShop): Promise<Finding> {
  const { transfers } = await stripe.snapshot()
  const groups = new Map<string, number>()
  const sums = new Map<string, bigint>()
  for (const { destination, currency, amount, amount_reversed, transfer_group } of transfers) {
    const account = `${destination} ${currency.toUpperCase()}`
    sums.set(account, (sums.get(account) ?? 0n) + BigInt(amount - amount_reversed))
    groups.set(`${transfer_group}`, (groups.get(`${transfer_group}`) ?? 0) + 1)
  }
  const { rows } = await pool.query<{ account: string; amount: string }>(
    `select p.account_id || ' ' || p.currency as account, sum(e.amount_minor) as amount
     from payouts p join ledger_transactions t on t.payout_id = p.id
     join ledger_entries e on e.transaction_id = t.id and e.account = 'provider_payable'
     group by 1`,
  )
  const known = new Map(rows.map(({ account, amount }) => [account, BigInt(amount)]))
  const odd = [...new Set([...known.keys(), ...sums.keys()])].filter(
    (account) => (known.get(account) ?? 0n) !== (sums.get(account) ?? 0n),
  )
  const twice = [...groups].filter(([, count]) => count > 1).map(([group]) => group)
  return {
    name: 'Accounts got what the ledger says, once',
    broken: odd.length + twice.length,
    examples: [...odd, ...twice],
  }
}
