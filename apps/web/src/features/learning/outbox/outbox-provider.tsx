'use client'

import { createContext, type ReactNode, useContext, useSyncExternalStore } from 'react'
import { type Outbox, type OutboxState, outboxOf } from './outbox'

const idle: OutboxState = { changes: [], status: 'saved', refusal: null }
const UserContext = createContext<string | null>(null)

/** Names whose changes the components below send. */
export function OutboxProvider({ userId, children }: { userId: string; children: ReactNode }) {
  return <UserContext value={userId}>{children}</UserContext>
}

function useUserId(): string {
  const userId = useContext(UserContext)
  if (userId === null) throw new Error('no OutboxProvider around this component')
  return userId
}

/** The person's outbox, to be called from events and effects only: it lives in the browser. */
export function useOutbox(): () => Outbox {
  const userId = useUserId()
  return () => outboxOf(userId)
}

/** What is not saved yet. On the server and until the page is alive: nothing. */
export function useOutboxState(): OutboxState {
  const userId = useUserId()
  return useSyncExternalStore(
    (listener) => outboxOf(userId).subscribe(listener),
    () => outboxOf(userId).getState(),
    () => idle,
  )
}
