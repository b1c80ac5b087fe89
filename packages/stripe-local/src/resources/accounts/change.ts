import type Stripe from 'stripe'
import { noAccess, resourceMissing } from '../../http/api-error'
import type { Scope } from '../../scope'
import type { AccountRow } from '../../state/rows'
import { change } from '../change'
import { derivedParts } from './requirements'

/** An account that the platform may use. One that has disconnected is as good as unknown to it. */
export function requireAccount(scope: Scope, id: string, param?: string): Stripe.Account {
  const account = scope.tables.accounts.get(id)
  const row = scope.tables.accountRows.get(id)
  if (!account || !row || row.isDeauthorized) {
    throw param === undefined ? noAccess(id) : resourceMissing(param, id, param)
  }
  return account
}

/**
 * Changes what is known about an account and brings the account itself in line. Tells the platform with
 * `account.updated`, and with `capability.updated` when transfers to it became possible or impossible.
 */
export function changeAccount(
  scope: Scope,
  id: string,
  patch: Partial<Omit<AccountRow, 'id'>>,
  fields: Partial<Stripe.Account> = {},
): Stripe.Account {
  const before = requireAccount(scope, id)
  const row = scope.tables.accountRows.get(id)
  if (!row) throw noAccess(id)
  const next = scope.tables.accountRows.put({ ...row, ...patch })
  const changed = change(scope.tables.accounts, before, { ...fields, ...derivedParts(next) })
  if (Object.keys(changed.previous).length > 0) {
    scope.emit('account.updated', changed.row, changed.previous, id)
  }
  const was = before.capabilities?.transfers
  const status = changed.row.capabilities?.transfers
  if (status !== was) {
    const capability = {
      id: 'transfers',
      object: 'capability',
      account: id,
      requested: true,
      requested_at: changed.row.created ?? null,
      status: status ?? 'inactive',
    } satisfies Stripe.Capability
    scope.emit('capability.updated', capability, { status: was }, id)
  }
  return changed.row
}
