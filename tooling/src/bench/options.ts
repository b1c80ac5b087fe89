import { parseArgs } from 'node:util'
import { ExplainedError } from '../terminal/explained-error'

export type BenchOptions = {
  /** Works whose name begins with one of these; all when empty. */
  filters: readonly string[]
  /** Offerings in each data set, smallest first. */
  offerings: readonly number[]
  /** Clients at once, each tried in turn. */
  clients: readonly number[]
  /** Rounds of each side. */
  rounds: number
  /** How long a round of one side should take, seconds. */
  roundSeconds: number
  /** How long events are sent for the time from event to grant, seconds. */
  eventSeconds: number
  isQuick: boolean
  /** Seed of everything that is made up. */
  seed: number
}

const USAGE = `Usage: npm run bench -- [name …] [--quick] [--offerings 623,100000] [--clients 1,16,64] [--rounds 5] [--seconds 0.6]`

const NORMAL = { clients: '1,16,64', rounds: '5', seconds: '0.6', offerings: '623,100000' }
const QUICK = { clients: '1,16', rounds: '1', seconds: '0.2', offerings: '623' }

/** Reads the arguments. Throws in words when one is not known or no whole number. */
export function readOptions(args: readonly string[]): BenchOptions {
  const { values, positionals } = parse(args)
  const isQuick = values.quick === true
  const chosen = { ...(isQuick ? QUICK : NORMAL), ...values }
  const numbers = (name: 'clients' | 'offerings' | 'rounds', most: number) =>
    chosen[name].split(',').map((text) => {
      const value = Number(text)
      if (!Number.isInteger(value) || value < 1 || value > most) {
        throw new ExplainedError(`--${name} takes whole numbers from 1 to ${most}.\n${USAGE}`)
      }
      return value
    })
  const roundSeconds = Number(chosen.seconds)
  if (!(roundSeconds > 0 && roundSeconds <= 60)) {
    throw new ExplainedError(`--seconds takes a number up to 60.\n${USAGE}`)
  }
  const ascending = (values: number[]) => [...new Set(values)].sort((a, b) => a - b)
  return {
    filters: positionals,
    offerings: ascending(numbers('offerings', 1_000_000)),
    clients: ascending(numbers('clients', 256)),
    rounds: numbers('rounds', 100)[0] ?? 1,
    roundSeconds,
    eventSeconds: isQuick ? 2 : 6,
    isQuick,
    seed: 20_261_123,
  }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        quick: { type: 'boolean' },
        offerings: { type: 'string' },
        clients: { type: 'string' },
        rounds: { type: 'string' },
        seconds: { type: 'string' },
      },
    })
  } catch (error) {
    throw new ExplainedError(`${(error as Error).message}\n${USAGE}`)
  }
}

/** Whether a work of this name was asked for. */
export const isWanted = (name: string, { filters }: Pick<BenchOptions, 'filters'>): boolean =>
  filters.length === 0 || filters.some((filter) => name.startsWith(filter))
