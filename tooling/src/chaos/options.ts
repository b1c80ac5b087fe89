import { parseArgs } from 'node:util'
import { ExplainedError } from '../terminal/explained-error'

export type ChaosOptions = {
  /** How long things go wrong, seconds. */
  seconds: number
  /** People who buy at the same time. */
  buyers: number
  /** The same seed makes the same decisions in each of its parts; their interleaving is the machine's. */
  seed: number
}

const USAGE = 'Usage: npm run chaos:payments -- [--minutes 2] [--buyers 16] [--seed 7]'

/** Reads the arguments. Throws in words when one is not known or out of range. */
export function readOptions(args: readonly string[], anySeed: number): ChaosOptions {
  const { minutes, buyers, seed } = parse(args)
  const number = (name: string, text: string, least: number, most: number) => {
    const value = Number(text)
    if (Number.isNaN(value) || value < least || value > most) {
      throw new ExplainedError(`--${name} takes a number from ${least} to ${most}.\n${USAGE}`)
    }
    return value
  }
  const whole = (name: string, text: string, least: number, most: number) =>
    Math.trunc(number(name, text, least, most))
  return {
    seconds: Math.round(number('minutes', minutes ?? '2', 0.1, 600) * 60),
    buyers: whole('buyers', buyers ?? '16', 1, 100),
    seed: seed === undefined ? anySeed : whole('seed', seed, 0, 2 ** 32 - 1),
  }
}

function parse(args: readonly string[]) {
  const text = { type: 'string' } as const
  try {
    return parseArgs({ args: [...args], options: { minutes: text, buyers: text, seed: text } })
      .values
  } catch (error) {
    throw new ExplainedError(`${error instanceof Error ? error.message : error}\n${USAGE}`)
  }
}
