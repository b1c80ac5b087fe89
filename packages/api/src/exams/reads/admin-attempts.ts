import type { DbOrTx } from '@archway/db/client'
import type { Prisma } from '@archway/db/generated/client'
import type { ItemAnswer } from '../../bank/schema/answer'
import { notFound } from '../../shared/errors'
import { offsetOf, type Page } from '../../shared/pagination'
import type { AdminAttemptsInput } from '../schema/board'
import type { AttemptState } from '../states'
import { journalHash, journalStart } from './journal'

/** A sitting for the board. `secondsLeft` by the database, while it runs. */
export type AdminAttempt = {
  id: string
  candidate: { id: string; name: string | null; email: string }
  title: string
  number: number
  formNumber: number
  state: AttemptState
  startedAt: Date | null
  deadlineAt: Date | null
  submittedAt: Date | null
  scaled: number | null
  isPass: boolean | null
}

const select = {
  id: true,
  number: true,
  state: true,
  startedAt: true,
  deadlineAt: true,
  submittedAt: true,
  candidate: { select: { id: true, name: true, email: true } },
  form: { select: { number: true } },
  scheme: { select: { offering: { select: { title: true } } } },
  scores: { orderBy: { number: 'desc' }, take: 1, select: { scaled: true, isPass: true } },
} satisfies Prisma.ExamAttemptSelect

type Row = Prisma.ExamAttemptGetPayload<{ select: typeof select }>

const toAttempt = ({ form, scheme, scores: [score], ...row }: Row): AdminAttempt => ({
  ...row,
  title: scheme.offering.title,
  formNumber: form.number,
  scaled: score?.scaled ?? null,
  isPass: score?.isPass ?? null,
})

/** Sittings for the board, the newest first, those that run before all others. */
export async function listAdminAttempts(
  db: DbOrTx,
  input: AdminAttemptsInput,
): Promise<Page<AdminAttempt>> {
  const contains = { contains: input.search ?? '', mode: 'insensitive' as const }
  const where: Prisma.ExamAttemptWhereInput = {
    state: input.state,
    ...(input.search
      ? {
          OR: [
            { candidate: { email: contains } },
            { candidate: { name: contains } },
            { scheme: { offering: { title: contains } } },
          ],
        }
      : {}),
  }
  const [rows, total] = await Promise.all([
    db.examAttempt.findMany({
      where,
      select,
      orderBy: { createdAt: 'desc' },
      skip: offsetOf(input),
      take: input.pageSize,
    }),
    db.examAttempt.count({ where }),
  ])
  return { rows: rows.map(toAttempt), total, page: input.page, pageSize: input.pageSize }
}

/** One sitting with all that happened, and whether its journal is whole. */
export type AdminAttemptDetail = AdminAttempt & {
  legalName: string
  timeMultiplier: number
  stateReason: string | null
  decidedBy: string | null
  answered: number
  items: number
  /** the first entry of the journal that is not as it was saved, if any; null: all are */
  journal: { entries: number; brokenAt: number | null }
  scores: {
    number: number
    cause: 'first' | 'regrade' | 'appeal'
    scaled: number
    isPass: boolean
    note: string
    createdAt: Date
  }[]
  timeline: { at: Date; kind: string; text: string }[]
  appeals: {
    id: string
    state: 'open' | 'upheld' | 'dismissed'
    grounds: string
    dueAt: Date
    decision: string
  }[]
}

async function checkJournal(db: DbOrTx, attemptId: string) {
  const entries = await db.journalEntry.findMany({
    where: { attemptId },
    orderBy: { number: 'asc' },
  })
  let previous = journalStart(attemptId)
  for (const { hash, answer, ...entry } of entries) {
    if (journalHash(previous, { ...entry, answer: answer as ItemAnswer | null }) !== hash) {
      return { entries: entries.length, brokenAt: entry.number }
    }
    previous = hash
  }
  const { receiptHash } = await db.examAttempt.findUniqueOrThrow({
    where: { id: attemptId },
    select: { receiptHash: true },
  })
  const isCut = receiptHash !== null && receiptHash !== previous
  return { entries: entries.length, brokenAt: isCut ? entries.length + 1 : null }
}

/** Throws `not_found`. */
export async function requireAdminAttempt(
  db: DbOrTx,
  attemptId: string,
): Promise<AdminAttemptDetail> {
  const row = await db.examAttempt.findUnique({
    where: { id: attemptId },
    select: {
      ...select,
      legalName: true,
      timeMultiplier: true,
      stateReason: true,
      decidedBy: { select: { name: true, email: true } },
      items: { select: { answer: true } },
      scores: { orderBy: { number: 'desc' } },
      events: { orderBy: { createdAt: 'desc' }, take: 200 },
      extensions: { include: { givenBy: { select: { name: true, email: true } } } },
      appeals: { orderBy: { createdAt: 'desc' } },
    },
  })
  if (!row) throw notFound('attempt')
  const { items, events, extensions, appeals, decidedBy, scores, ...attempt } = row
  return {
    ...toAttempt({ ...attempt, scores }),
    legalName: attempt.legalName,
    timeMultiplier: Number(attempt.timeMultiplier),
    stateReason: attempt.stateReason,
    decidedBy: decidedBy && (decidedBy.name ?? decidedBy.email),
    items: items.length,
    answered: items.filter(({ answer }) => answer !== null).length,
    journal: await checkJournal(db, attemptId),
    scores: scores.map(({ number, cause, scaled, isPass, note, createdAt }) => ({
      number,
      cause,
      scaled,
      isPass,
      note,
      createdAt,
    })),
    timeline: [
      ...events.map(({ createdAt, kind }) => ({ at: createdAt, kind, text: '' })),
      ...extensions.map(({ createdAt, seconds, reason, givenBy }) => ({
        at: createdAt,
        kind: 'extension',
        text: `${seconds / 60} min · ${givenBy.name ?? givenBy.email} · ${reason}`,
      })),
    ].sort((a, b) => b.at.getTime() - a.at.getTime()),
    appeals: appeals.map(({ id, state, grounds, dueAt, decision }) => ({
      id,
      state,
      grounds,
      dueAt,
      decision,
    })),
  }
}
