import 'server-only'
import type { Actor } from '@archway/api/shared/actor'

/** Who sent this request. */
export async function currentActor(): Promise<Actor> {
  return { type: 'visitor', ipAddress: null }
}
