import type { Actor } from '../shared/actor'
import type { Deps } from '../shared/deps'

/** What every procedure gets: who asks, and the outside world. */
export type Context = { actor: Actor; deps: Deps }
