const key = 'exam-session'

/**
 * The id of this tab. It stays over a reload, but a copy of the tab gets one of its own: the id lies in the store of the
 * tab only while a page goes and the next one comes.
 */
export function takeSessionId(): string {
  const kept = window.sessionStorage.getItem(key)
  window.sessionStorage.removeItem(key)
  return kept ?? crypto.randomUUID()
}

/** Leaves the id for the next page of this tab. */
export const leaveSessionId = (sessionId: string): void =>
  window.sessionStorage.setItem(key, sessionId)
