import { type Round, ratioOf, type SideSummary, type Spread, summariseRounds } from './statistics'

/** One side of a comparison: a way to do the same work. */
export type Side = {
  name: string
  run: (clients: number, amount: number) => Promise<Round>
}

export type Comparison = {
  clients: number
  subject: SideSummary
  limit: SideSummary
  /** Throughput of the subject over that of the limit, pair by pair. */
  ratio: Spread
}

export type CompareSettings = {
  rounds: number
  roundSeconds: number
  /** A round of the subject sends no more than this. */
  mostRequests?: number
  /** Each client does it once, so a round is one burst, on both sides. */
  isBurst?: boolean
}

/** No round sends more than this, however fast it is. */
const MOST_REQUESTS = 20_000
/** And none sends fewer, however slow: with fewer there is no 95th percentile. */
const LEAST_REQUESTS = 20

/** Requests for a round of about the wanted length: measured by a short one, which also warms up. */
async function findAmount(
  side: Side,
  clients: number,
  seconds: number,
  most = MOST_REQUESTS,
): Promise<number> {
  const { perSecond } = await side.run(clients, clients * 2)
  const wanted = Math.max(LEAST_REQUESTS, Math.round(perSecond * seconds))
  // Whole turns, so that no round ends with few clients still at work.
  const turns = Math.max(2, Math.ceil(wanted / clients))
  return Math.min(turns * clients, Math.max(most, clients))
}

/** Both sides in turns, A B A B …, after a warm-up of each. */
export async function compare(
  subject: Side,
  limit: Side,
  clients: number,
  { rounds, roundSeconds, mostRequests, isBurst = false }: CompareSettings,
): Promise<Comparison> {
  const sides = [subject, limit] as const
  const amountOf = async (side: Side, most?: number) => {
    if (!isBurst) return findAmount(side, clients, roundSeconds, most)
    await side.run(clients, clients)
    return clients
  }
  const amounts = [await amountOf(subject, mostRequests), await amountOf(limit)]
  const results: [Round[], Round[]] = [[], []]
  for (let round = 0; round < rounds; round++) {
    for (const [index, side] of sides.entries()) {
      results[index]?.push(await side.run(clients, amounts[index] ?? clients))
    }
  }
  return {
    clients,
    subject: summariseRounds(results[0]),
    limit: summariseRounds(results[1]),
    ratio: ratioOf(results[0], results[1]),
  }
}
