/** Something that happened to a membership. `key` is of the message catalogue. */
export type TimelineEntry = {
  id: string
  at: Date
  kind: 'started' | 'status' | 'staff' | 'mail' | 'command'
  key: string
  /** who did it; null: the synchronisation with Stripe, or the member */
  by: string | null
  note: string | null
}

type Facts = {
  createdAt: Date
  audit: readonly {
    id: bigint
    at: Date
    actorName: string
    action: string
    after: unknown
    reason: string | null
  }[]
  mails: readonly { template: string; createdAt: Date; sentAt: Date | null }[]
  commands: readonly {
    id: string
    kind: string
    state: string
    error: string | null
    createdAt: Date
  }[]
}

const statusIn = (after: unknown): string => {
  const status: unknown =
    typeof after === 'object' && after !== null ? Reflect.get(after, 'status') : null
  return typeof status === 'string' ? status : 'held'
}

/** What happened to a membership, oldest first: its states, its mails, what was asked of Stripe. Pure. */
export function timelineOf({ createdAt, audit, mails, commands }: Facts): TimelineEntry[] {
  const entries: TimelineEntry[] = [
    { id: 'started', at: createdAt, kind: 'started', key: 'started', by: null, note: null },
    ...audit.map((entry): TimelineEntry => {
      const isStatus =
        entry.action === 'subscription.changed' || entry.action === 'subscription.review-raised'
      return {
        id: `audit-${entry.id}`,
        at: entry.at,
        kind: isStatus ? 'status' : 'staff',
        key: isStatus ? statusIn(entry.after) : entry.action.replace('subscription.', ''),
        by: isStatus ? null : entry.actorName,
        note: entry.reason,
      }
    }),
    ...mails.map(
      (mail, index): TimelineEntry => ({
        id: `mail-${index}`,
        at: mail.sentAt ?? mail.createdAt,
        kind: 'mail',
        key: mail.template,
        by: null,
        note: null,
      }),
    ),
    ...commands.map(
      (command): TimelineEntry => ({
        id: command.id,
        at: command.createdAt,
        kind: 'command',
        key: command.kind,
        by: null,
        note: command.error,
      }),
    ),
  ]
  return entries.sort((a, b) => a.at.getTime() - b.at.getTime())
}
