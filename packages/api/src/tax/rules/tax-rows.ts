/** What is said of one rate: the net amounts that it was put on, and the tax, minor units. */
export type TaxRow = {
  taxName: string
  taxRateBps: number
  taxCountry: string | null
  netMinor: bigint
  taxMinor: bigint
}

type TaxedLine = {
  taxName: string | null
  taxRateBps: number | null
  taxCountry: string | null
  netMinor: bigint
  taxMinor: bigint
}

/** The tax of a document or an order by rate, the higher rates first (Article 226 (8) to (10) of Directive 2006/112/EC). */
export function taxRows(lines: readonly TaxedLine[]): TaxRow[] {
  const rows = new Map<string, TaxRow>()
  for (const { taxName, taxRateBps, taxCountry, netMinor, taxMinor } of lines) {
    if (taxRateBps === null) continue
    const key = `${taxCountry} ${taxRateBps} ${taxName}`
    const row = rows.get(key)
    rows.set(key, {
      taxName: taxName ?? 'Tax',
      taxRateBps,
      taxCountry,
      netMinor: netMinor + (row?.netMinor ?? 0n),
      taxMinor: taxMinor + (row?.taxMinor ?? 0n),
    })
  }
  return [...rows.values()].sort((a, b) => b.taxRateBps - a.taxRateBps)
}
