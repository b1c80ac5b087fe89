import { successesAtLeast } from '../../shared/distributions'

/** Nobody reads an item and its options in less, seconds. */
export const shortestReadingSeconds = 1

/** Fewer rapid answers than this say nothing. */
const FEWEST = 5

/** Under this share of the median an answer is a guess in passing (Wise & Ma 2012, NT10); at most 10 s. */
const PASSING_SHARE = 0.1
const PASSING_SECONDS = 10

export type TimedAnswer = {
  /** from first sight of the item to its answer, as the server measured it */
  seconds: number
  isRight: boolean
  /** chance to guess it: one in the number of options */
  guessChance: number
  /** median of all candidates on the item */
  medianSeconds: number
}

export type RapidAnswers = {
  /** answers given before the item could be read, and how many of them are right */
  rapid: number
  rapidRight: number
  /** chance of so many right by guessing; null when there are too few to say */
  chance: number | null
  /** share of answers that were not given in passing: Wise & Kong's response-time effort */
  effort: number
}

/**
 * Answers faster than reading. Right ones beyond guessing were known before they were seen; wrong ones
 * are only a candidate who gave up, which is nothing to hold against anybody. Pure.
 */
export function rapidAnswers(answers: readonly TimedAnswer[]): RapidAnswers {
  const rapid = answers.filter((answer) => answer.seconds < shortestReadingSeconds)
  const right = rapid.filter((answer) => answer.isRight).length
  const inPassing = answers.filter(
    (answer) =>
      answer.seconds < Math.min(PASSING_SECONDS, PASSING_SHARE * answer.medianSeconds) ||
      answer.seconds < shortestReadingSeconds,
  )
  return {
    rapid: rapid.length,
    rapidRight: right,
    chance:
      rapid.length < FEWEST
        ? null
        : successesAtLeast(
            right,
            rapid.map((answer) => answer.guessChance),
          ),
    effort: answers.length > 0 ? 1 - inPassing.length / answers.length : 1,
  }
}
