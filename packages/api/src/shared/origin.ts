import type { Actor } from './actor'

/** The key under which attempts from one network address are counted. */
export const originOf = (actor: Actor): string =>
  actor.type === 'system' ? `system:${actor.name}` : (actor.ipAddress ?? 'unknown')
