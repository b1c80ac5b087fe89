import { createHash } from 'node:crypto'
import type { DbOrTx } from '@archway/db/client'
import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import { recordAudit } from '../../audit/commands'
import type { Actor } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { invalid } from '../../shared/errors'
import { enforce } from '../../shared/policy-result'
import { canGrant } from '../policy'
import { grantStanding } from '../rules'
import type { BulkGrantOutput, BulkGrantProblem, BulkGrantRow } from '../schema'
import { applyGrants } from './apply-grants'

/** Rows that one file may hold. */
export const maxBulkRows = 2000

type Planned = BulkGrantRow & { userId: string | null; offeringId: string | null }

const emailSchema = z.email()
const dateSchema = z.iso.date()

function readRows(csv: string) {
  let records: { record: Record<string, string>; info: { lines: number } }[]
  try {
    records = parse(csv, {
      columns: (header: string[]) => header.map((name) => name.trim().toLowerCase()),
      bom: true,
      info: true,
      trim: true,
      skip_empty_lines: true,
      relax_column_count: true,
    })
  } catch (error) {
    throw invalid('csv-unreadable', 'csv', {
      message: error instanceof Error ? error.message : String(error),
    })
  }
  const first = records[0]
  if (!first) throw invalid('csv-empty', 'csv')
  for (const column of ['email', 'offering']) {
    if (!(column in first.record)) throw invalid('csv-column-missing', 'csv', { column })
  }
  if (records.length > maxBulkRows) throw invalid('csv-too-long', 'csv', { rows: maxBulkRows })
  return records.map(({ record, info }) => ({
    line: info.lines,
    email: (record.email ?? '').toLowerCase(),
    offering: record.offering ?? '',
    endsOn: record.ends_on ?? '',
  }))
}

/** What each row of the file would do, in the order of the file. Reads only. */
async function planRows(db: DbOrTx, csv: string, now: Date): Promise<Planned[]> {
  const rows = readRows(csv)
  const users = await db.user.findMany({
    where: { email: { in: rows.map((row) => row.email) } },
    select: { id: true, email: true },
  })
  const offerings = await db.offering.findMany({
    where: { slug: { in: rows.map((row) => row.offering) } },
    select: { id: true, slug: true, origin: true },
  })
  const userIds = new Map(users.map((user) => [user.email.toLowerCase(), user.id]))
  const bySlug = new Map(offerings.map((offering) => [offering.slug, offering]))
  const grants = await db.accessGrant.findMany({
    where: {
      userId: { in: [...userIds.values()] },
      offeringId: { in: offerings.map((offering) => offering.id) },
    },
  })
  const owned = new Set(
    grants
      .filter((grant) => grantStanding(grant, now) === 'live')
      .map((grant) => `${grant.userId} ${grant.offeringId}`),
  )
  const seen = new Set<string>()
  return rows.map((row) => {
    const userId = userIds.get(row.email) ?? null
    const offering = bySlug.get(row.offering)
    // The day that is named is still included: access ends as the next one begins, in UTC.
    const isDate = dateSchema.safeParse(row.endsOn).success
    const endsAt = isDate ? new Date(Date.parse(row.endsOn) + 86_400_000) : null
    const key = `${userId} ${offering?.id}`
    const problem = ((): BulkGrantProblem | null => {
      if (row.email === '') return 'email-missing'
      if (!emailSchema.safeParse(row.email).success) return 'email-invalid'
      if (row.offering === '') return 'offering-missing'
      if (!offering) return 'offering-unknown'
      if (offering.origin !== 'own') return 'offering-not-ours'
      if (row.endsOn !== '' && !isDate) return 'date-invalid'
      if (endsAt && endsAt.getTime() <= now.getTime()) return 'date-past'
      if (userId === null) return 'no-account'
      return seen.has(key) ? 'repeated' : null
    })()
    if (!problem) seen.add(key)
    return {
      line: row.line,
      email: row.email,
      offering: row.offering,
      endsAt,
      outcome: problem ? 'rejected' : owned.has(key) ? 'already' : 'grant',
      problem,
      userId,
      offeringId: offering?.id ?? null,
    }
  })
}

function summarise(planned: readonly Planned[]): BulkGrantOutput {
  const count = (outcome: BulkGrantRow['outcome']) =>
    planned.filter((row) => row.outcome === outcome).length
  return {
    rows: planned.map(({ userId, offeringId, ...row }) => row),
    granting: count('grant'),
    already: count('already'),
    rejected: count('rejected'),
  }
}

/** Shows what `applyBulkGrant` would do with the same file, and changes nothing. */
export async function previewBulkGrant(
  deps: Deps,
  actor: Actor,
  input: { csv: string },
): Promise<BulkGrantOutput> {
  enforce(canGrant(actor))
  return summarise(await planRows(deps.db, input.csv, deps.clock.now()))
}

/** A UUID that is the same for the same request and line (RFC 9562 version 8). */
function sourceIdOf(requestId: string, line: number): string {
  const hex = createHash('sha256').update(`${requestId}:${line}`).digest('hex')
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 0x3) | 0x8).toString(16)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/**
 * Grants what the file lists, in one transaction: every row that the preview shows as `grant`, or
 * nothing when anything fails. Rejected rows are left out and reported. The request's id makes the
 * causes: sending it again adds nothing. Files are applied one after the other, so that a second one
 * with the same people finds what the first has granted. Needs `enrolment.grant`; leaves one audit
 * entry with the counts and one per grant, or none when there was nothing to grant.
 */
export async function applyBulkGrant(
  deps: Deps,
  actor: Actor,
  input: { requestId: string; csv: string; reason: string },
): Promise<BulkGrantOutput> {
  enforce(canGrant(actor))
  const now = deps.clock.now()
  return await deps.db.$transaction(
    async (tx) => {
      await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended('bulk-grant', 0))::text`
      const planned = await planRows(tx, input.csv, now)
      for (const row of planned) {
        if (row.outcome !== 'grant' || row.userId === null || row.offeringId === null) continue
        const isNew = await applyGrants(tx, deps, {
          userId: row.userId,
          offeringId: row.offeringId,
          sourceType: 'staff',
          sourceId: sourceIdOf(input.requestId, row.line),
          state: 'active',
          endsAt: row.endsAt,
          note: input.reason,
        })
        if (!isNew) {
          row.outcome = 'already'
          continue
        }
        await recordAudit(tx, actor, {
          action: 'enrolment.grant',
          entityType: 'user',
          entityId: row.userId,
          after: { offeringId: row.offeringId, endsAt: row.endsAt, requestId: input.requestId },
          reason: input.reason,
        })
      }
      const result = summarise(planned)
      if (result.granting === 0) return result
      await recordAudit(tx, actor, {
        action: 'enrolment.bulk-grant',
        entityType: 'bulk-grant',
        entityId: input.requestId,
        after: {
          granting: result.granting,
          already: result.already,
          rejected: result.rejected,
        },
        reason: input.reason,
      })
      return result
    },
    { timeout: 60_000, maxWait: 10_000 },
  )
}
