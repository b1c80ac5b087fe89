/** Debits and credits of entries per currency, both as positive amounts. Pure. */
export function currencySums(entries: readonly { currency: string; amountMinor: bigint }[]) {
  return [...new Set(entries.map((entry) => entry.currency))].map((currency) => {
    const own = entries.filter((entry) => entry.currency === currency)
    const sum = (sign: 1n | -1n) =>
      own.reduce(
        (total, { amountMinor }) => (amountMinor * sign > 0n ? total + amountMinor * sign : total),
        0n,
      )
    return { currency, debitMinor: sum(1n), creditMinor: sum(-1n) }
  })
}
