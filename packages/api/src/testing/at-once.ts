import { refusal } from './refusal'

/** How several calls of the same moment end: "allowed" or the reason of the refusal, sorted. */
export const atOnce = async (...calls: (() => Promise<unknown>)[]): Promise<string[]> =>
  (await Promise.all(calls.map((call) => refusal(call())))).sort()

/** The same call several times at the same moment. */
export const timesAtOnce = (count: number, call: () => Promise<unknown>): Promise<string[]> =>
  atOnce(...Array.from({ length: count }, () => call))
