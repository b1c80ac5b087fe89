import type { Cheater, Reply, Sitting } from './cheater'

/** Where the attacks take place: three candidates, two of whom sit, and the exam. */
export type Arena = {
  slug: string
  cheater: Cheater
  sitting: Sitting
  victim: Cheater
  theirs: Sitting
  /** signed in, with a voucher, not sitting */
  fresh: Cheater
  /** without a session */
  nobody: Cheater
}

/** An attack says what it got; null when it got nothing. */
export type Attack = {
  name: string
  against: string
  run: (arena: Arena) => Promise<string | null>
}

/** Nothing was got when the server refused, whatever its words, but with a refusal and no failure. */
export const mustBeRefused = ({ status, text }: Reply): string | null =>
  status >= 400 && status < 500 ? null : `${status}: ${text.slice(0, 120)}`

/** Nothing was got when the server answered with this status of an answer. */
export const mustSay =
  (...statuses: string[]) =>
  ({ status, data, text }: Reply): string | null => {
    const said = (data as { status?: string } | undefined)?.status
    return status === 200 && said && statuses.includes(said)
      ? null
      : `${status}: ${text.slice(0, 120)}`
  }

const telling =
  /"(key|keySealed|correct|isCorrect|rationale\w*|explanation|points|isScored|level|difficulty|versionId|itemId|objective|formId|seed|optionOrder|cutRaw)"/

/** Nothing was got when no field tells a key, a score or what an item is called in the bank. */
export const mustTellNothing = (text: string): string | null => {
  const found = telling.exec(text)
  return found ? `told ${found[0]}` : null
}
