import { conflict } from './errors'

/** From each state the states that may follow it. A state without successors is final. */
export type TransitionTable<State extends string> = Readonly<Record<State, readonly State[]>>

/** States from which `to` may be reached in one step: what a guarded update puts into its `where`. */
export function statesBefore<State extends string>(
  table: TransitionTable<State>,
  to: State,
): State[] {
  return (Object.keys(table) as State[]).filter((from) => table[from].includes(to))
}

/** Throws a conflict unless a guarded update changed exactly one row. */
export function requireOneRow(count: number, reason: string): void {
  if (count !== 1) throw conflict(reason)
}
