import 'server-only'
import { createCaller } from '@archway/api/trpc/root'
import { currentActor } from '@/auth/actor'
import { deps } from './deps'

/** Calls procedures on behalf of whoever sent this request. */
export async function api() {
  return createCaller({ actor: await currentActor(), deps: deps() })
}
