'use server'

import { leaveSession } from '@/auth/enter'

/** Ends the session and goes to the home page. */
export async function leave(): Promise<void> {
  await leaveSession()
}
