import { randomUUID } from 'node:crypto'
import { draftVersion } from '../bank/commands/draft-version'
import type { WholeItem } from '../bank/schema/item'
import { approveForm, createForm } from '../exams/commands/forms'
import { agreementOf } from '../exams/reads/agreement'
import type { StartAttemptInput } from '../exams/schema/room'
import { type SchemeDocument, schemeDocument } from '../schemes/schema/document'
import type { Member } from '../shared/actor'
import { newId } from '../shared/uuid'
import { memberOf } from './actors'
import { makeOffering, makeUser } from './factories'
import { makeMember, makePaidLine } from './seats'
import type { World } from './world'

const source = 'plan'

/** The scheme of a small exam: two domains, eight scored points and two that are tried out, an hour. */
export const smallScheme = (more: Partial<SchemeDocument> = {}): SchemeDocument =>
  schemeDocument.parse({
    schemaVersion: 1,
    code: 'T-1',
    status: 'open',
    sources: { plan: { title: 'Plan of the exam board', url: null, verifiedOn: '2026-01-01' } },
    blueprint: {
      domains: [
        { code: '1', title: 'Build', weight: { min: 60, max: 60 }, objectives: ['Build it'] },
        { code: '2', title: 'Run', weight: { min: 40, max: 40 }, objectives: ['Run it'] },
      ],
      source,
    },
    prerequisites: null,
    exam: {
      items: { min: 10, max: 10 },
      minutes: 60,
      languages: ['en'],
      navigation: 'free',
      delivery: ['online'],
      format: null,
      source,
    },
    scoring: {
      report: 'scaled',
      scale: { min: 100, max: 1000 },
      cut: 700,
      pretestItems: 2,
      source,
    },
    attempts: {
      waitsDays: [1, 14, 14, 60],
      limit: { count: 5, months: 12 },
      afterPass: { type: 'until_renewal' },
      source,
    },
    booking: null,
    fees: null,
    validity: { months: 36, source },
    renewal: {
      options: [{ kind: 'exam', title: 'The exam again', fee: null }],
      opensDaysBefore: 180,
      graceDays: 30,
      source,
    },
    accommodations: null,
    agreements: { items: ['I answer alone.', 'I keep the questions to myself.'], source },
    appeals: null,
    ...more,
  })

/** Somebody of the exam board. */
export const makeExaminer = async ({ db }: World, name = 'Edda Examiner') =>
  memberOf(await makeUser(db, { name }), { roles: ['exam_board'] })

/** A certification of ours with its scheme. */
export async function makeCertification({ db }: World, scheme = smallScheme()) {
  const offering = await makeOffering(db, {
    data: { kind: 'certification', title: 'Certified Example' },
  })
  await db.schemeVersion.create({
    data: {
      offeringId: offering.id,
      number: 1,
      document: scheme,
      publishedAt: new Date('2026-01-01T00:00:00Z'),
    },
  })
  return offering
}

export type BankSize = { perDomain: number; pretest: number }

/** An item of four options of which the first is right. Its words are a mark that no payload of a key may carry. */
const singleItem = (code: string): WholeItem => ({
  item: {
    kind: 'single',
    content: {
      stem: `Question ${code}?`,
      options: ['a', 'b', 'c', 'd'].map((id) => ({ id, text: `Answer ${id} of ${code}` })),
    },
  },
  key: { kind: 'single', correct: 'a' },
  rationale: { summary: `rationale-of-${code}` },
})

/** Fills the bank of a certification with reviewed items, each of one right option. */
export async function fillBank(
  { db, deps }: World,
  offeringId: string,
  { perDomain, pretest }: BankSize = { perDomain: 15, pretest: 6 },
  write: (code: string, index: number) => WholeItem = singleItem,
) {
  const [author, reviewer] = [await makeUser(db), await makeUser(db)]
  const prefix = randomUUID().slice(0, 8).toUpperCase()
  const items = [
    ...['1', '2'].flatMap((domain) =>
      Array.from({ length: perDomain }, () => ({ domain, state: 'active' as const })),
    ),
    ...Array.from({ length: pretest }, () => ({ domain: '1', state: 'pretest' as const })),
  ].map((wanted, index) => ({ ...wanted, id: newId(), code: `${prefix}-${index}`, index }))
  await db.item.createMany({ data: items.map(({ id, code }) => ({ id, code, offeringId })) })
  const versions = items.map(({ id, code, domain, index }) => {
    const whole = write(code, index)
    return {
      ...draftVersion(deps.itemSealer, whole),
      itemId: id,
      number: 1,
      kind: whole.item.kind,
      domain,
      objective: `${domain}.1`,
      level: 'apply' as const,
      references: [],
      authorId: author.id,
    }
  })
  await db.itemVersion.createMany({ data: versions })
  await db.itemReview.createMany({
    data: versions.map(({ id }) => ({
      versionId: id,
      reviewerId: reviewer.id,
      verdict: 'approved' as const,
    })),
  })
  for (const state of ['active', 'pretest'] as const) {
    const ids = items.filter((item) => item.state === state).map(({ id }) => id)
    await db.item.updateMany({ where: { id: { in: ids } }, data: { state } })
  }
}

/** A certification whose exam can be sat: a bank, and so many approved forms that are passed with six of eight points. */
export async function makeExam(
  world: World,
  options: {
    scheme?: SchemeDocument
    forms?: number
    bank?: BankSize
    write?: (code: string, index: number) => WholeItem
  } = {},
) {
  const offering = await makeCertification(world, options.scheme)
  await fillBank(world, offering.id, options.bank, options.write)
  const [drawer, approver] = [await makeExaminer(world), await makeExaminer(world, 'Abel Approver')]
  for (let number = 1; number <= (options.forms ?? 1); number++) {
    const { formId } = await createForm(world.deps, drawer, {
      offeringId: offering.id,
      seed: `form ${number}`,
      language: 'en',
    })
    await approveForm(world.deps, approver, {
      formId,
      cutRaw: 6,
      cutBasis: 'Two judges rated each item; the sum of their means.',
    })
  }
  return { offering, board: [drawer, approver] as const, scheme: options.scheme ?? smallScheme() }
}

/** Somebody with so many vouchers for an exam, valid for a year of the database's time. */
export async function makeCandidate(world: World, offeringId: string, vouchers = 1) {
  const candidate = await makeMember(world)
  for (let count = 0; count < vouchers; count++) await giveVoucher(world, candidate, offeringId)
  return candidate
}

/** A voucher that was paid for. */
export async function giveVoucher(
  world: Pick<World['deps'], 'db' | 'clock'>,
  owner: Pick<Member, 'userId' | 'email'>,
  offeringId: string,
  data: { state?: 'available' | 'held' | 'void'; validUntil?: Date } = {},
) {
  const { line } = await makePaidLine(world, owner)
  const now = Date.now()
  return await world.db.examVoucher.create({
    data: {
      orderLineId: line.id,
      ownerId: owner.userId,
      offeringId,
      createdAt: new Date(now - 1000),
      validUntil: new Date(now + 365 * 86_400_000),
      ...data,
    },
  })
}

/** What the page of an exam sends when somebody starts it. */
export const startInput = (
  { offering, scheme }: { offering: { slug: string }; scheme: SchemeDocument },
  more: Partial<StartAttemptInput> = {},
): StartAttemptInput => ({
  slug: offering.slug,
  sessionId: randomUUID(),
  language: 'en',
  name: 'Ada Example',
  agreementHash: agreementOf(scheme).hash,
  ...more,
})

/** Moves a sitting into the past, as if so many seconds had gone by since it began; rows of the test alone. */
export async function letTimePass({ db }: World, attemptId: string, seconds: number) {
  await db.$transaction(async (tx) => {
    await tx.$executeRaw`set local session_replication_role = replica`
    await tx.$executeRaw`
      update exam_attempts set started_at = started_at - make_interval(secs => ${seconds}::float8),
        deadline_at = deadline_at - make_interval(secs => ${seconds}::float8),
        submitted_at = submitted_at - make_interval(secs => ${seconds}::float8),
        released_at = released_at - make_interval(secs => ${seconds}::float8)
      where id = ${attemptId}::uuid`
  })
}
