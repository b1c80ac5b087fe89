/** The largest order number that the database can hold. */
const largestNumber = 2_147_483_647

/** The order number that a search text may mean, with or without a sign before it; null for other texts. Pure. */
export function searchedOrderNumber(search: string): number | null {
  const digits = /^#?(\d{1,10})$/.exec(search)?.[1]
  return digits && Number(digits) <= largestNumber ? Number(digits) : null
}
