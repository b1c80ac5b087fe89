/** An invariant, and how often it is broken. */
export type Finding = {
  name: string
  broken: number
  /** what to look at: numbers of orders, or ids */
  examples: string[]
}
