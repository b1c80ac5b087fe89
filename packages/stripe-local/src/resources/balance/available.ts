import type { Scope } from '../../scope'

type Standing = { available: number; pending: number }

/** What a balance holds by currency: the platform's, or that of a connected account. */
export function balanceOf(scope: Scope, account: string | null): Map<string, Standing> {
  const standings = new Map<string, Standing>()
  const rows =
    account === null
      ? scope.tables.balanceTransactions.all()
      : scope.tables.accountMovements
          .filter((row) => row.account === account)
          .map((row) => row.transaction)
  for (const { currency, net, status } of rows) {
    const standing = standings.get(currency) ?? { available: 0, pending: 0 }
    if (status === 'available') standing.available += net
    else standing.pending += net
    standings.set(currency, standing)
  }
  return standings
}

export const availableIn = (scope: Scope, account: string | null, currency: string): number =>
  balanceOf(scope, account).get(currency)?.available ?? 0
