import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seedDemo } from '../seed-demo'
import type { Member } from '../shared/actor'
import { createFileStore } from '../shared/storage'
import { memberOf } from '../testing/actors'
import { makeUser } from '../testing/factories'
import { makePaidLine } from '../testing/seats'
import { createWorld, type World } from '../testing/world'
import { createCaller } from '../trpc/root'
import { exportItems } from './commands/export-items'
import { importItems, previewImport } from './commands/import-items'
import { contentOf } from './reads/preview'
import { findItemProblems } from './rules/item-problems'
import { openKey, openRationale } from './sealing'

const secret = 'another secret of tests alone, never used elsewhere'
/** What a list tells of an item. */
const listedFields = [
  ...['id', 'code', 'offeringId', 'offeringTitle', 'state', 'versionId', 'number', 'kind'],
  ...['domain', 'objective', 'level', 'points', 'stem', 'authorId', 'authorName', 'forms'],
  ...['enemies', 'updatedAt'],
]
let world: World
let folder: string
let board: Member

beforeAll(async () => {
  world = await createWorld()
  folder = await mkdtemp(join(tmpdir(), 'archway-bank-'))
  await seedDemo(
    {
      databaseUrl: world.databaseUrl,
      storage: { kind: 'folder', folder },
      examKeysSecrets: [secret],
    },
    { now: world.clock.now() },
  )
  board = memberOf(await makeUser(world.db), { roles: ['exam_board'] })
}, 60_000)
afterAll(async () => {
  await world.close()
  await rm(folder, { recursive: true, force: true })
})

const bank = (actor: Member) => createCaller({ actor, deps: world.deps }).bank

describe('the demo bank', () => {
  test('fits together, is approved by others than its authors, and a tenth of it is tried out', async () => {
    const versions = await world.db.itemVersion.findMany({
      include: { reviews: true, item: { select: { state: true, code: true } } },
    })
    expect(versions.length).toBeGreaterThan(50)
    for (const version of versions) {
      const key = openKey(world.deps.itemSealer, version)
      const rationale = openRationale(world.deps.itemSealer, version)
      expect(findItemProblems(contentOf(version), key, rationale), version.item.code).toEqual([])
      expect(version.reviews.map(({ verdict }) => verdict)).toEqual(['approved'])
      expect(version.reviews[0]?.reviewerId).not.toBe(version.authorId)
    }
    const pretest = versions.filter(({ item }) => item.state === 'pretest').length
    expect(pretest / versions.length).toBeGreaterThan(0.08)
    expect(pretest / versions.length).toBeLessThan(0.12)
  })

  test('35 answer-key-in-payload: no row shows a key or a reason, and neither does a list', async () => {
    const text = JSON.stringify(await world.db.itemVersion.findMany())
    expect(text).not.toMatch(/"correct"|"accepted"|"sequence"|"pairs"|"tolerance"|"summary"/)
    const [row] = (await bank(board).list({ pageSize: 1 })).rows
    expect(Object.keys(row ?? {}).sort()).toEqual([...listedFields].sort())
  })

  test('is searched by code, words, objective, kind and state', async () => {
    const all = await bank(board).list({ pageSize: 200 })
    const [first] = all.rows
    if (!first) return expect.unreachable()
    const byCode = await bank(board).list({ search: first.code.toLowerCase() })
    expect(byCode.rows.map(({ code }) => code)).toEqual([first.code])
    const byWords = await bank(board).list({ search: first.stem.slice(10, 40) })
    expect(byWords.rows.map(({ code }) => code)).toContain(first.code)
    expect((await bank(board).list({ search: '100%_' })).total).toBe(0)
    const { objective, kind, state } = first
    const filtered = await bank(board).list({ objective, kind, state, pageSize: 200 })
    expect(filtered.rows).toEqual(
      all.rows.filter(
        (row) => row.objective === objective && row.kind === kind && row.state === state,
      ),
    )
  })
})

test('a preview is tried without being kept, and its order is that of its seed', async () => {
  const { rows } = await bank(board).list({ kind: 'single', pageSize: 1 })
  const versionId = rows[0]?.versionId ?? ''
  const seed = 'seed-of-a-preview'
  const shown = await bank(board).preview({ versionId, seed })
  expect(await bank(board).preview({ versionId, seed })).toEqual(shown)
  if (shown.kind !== 'single') return expect.unreachable()
  const earned = await Promise.all(
    shown.options.map(({ id }) =>
      bank(board).tryAnswer({ versionId, seed, answer: { kind: 'single', selected: id } }),
    ),
  )
  expect(earned.map(({ points }) => points).sort()).toEqual([
    ...shown.options.slice(1).map(() => 0),
    1,
  ])
  await expect(
    bank(board).tryAnswer({ versionId, seed, answer: { kind: 'single', selected: 'a' } }),
  ).rejects.toThrow(/answer-invalid/)
})

test('40 item-preview-by-author-while-candidate: who may sit the exam sees none of its items', async () => {
  const { rows } = await bank(board).list({ pageSize: 1 })
  const row = rows[0]
  if (!row) return expect.unreachable()
  const author = await world.db.user.findUniqueOrThrow({ where: { id: row.authorId } })
  const member = memberOf(author, { roles: ['exam_board', 'admin'] })
  expect((await bank(member).list({})).total).toBeGreaterThan(0)

  const { line } = await makePaidLine(world, member)
  const voucher = await world.db.examVoucher.create({
    data: {
      orderLineId: line.id,
      ownerId: member.userId,
      offeringId: row.offeringId,
      validUntil: new Date('2027-06-01T00:00:00Z'),
    },
  })
  const seed = 'seed-of-a-preview'
  const isRefused = async () => {
    const { total } = await bank(member).list({ offeringId: row.offeringId })
    const seen = await bank(member)
      .preview({ versionId: row.versionId, seed })
      .then(
        () => 'seen',
        (error: Error) => error.message,
      )
    return { total, seen }
  }
  const closed = { total: 0, seen: 'item-reader-is-candidate' }
  for (const state of ['available', 'reserved', 'held'] as const) {
    await world.db.examVoucher.update({ where: { id: voucher.id }, data: { state } })
    expect(await isRefused()).toEqual(closed)
  }
  await world.db.examVoucher.update({
    where: { id: voucher.id },
    data: { state: 'used', usedAt: world.clock.now() },
  })
  expect((await isRefused()).seen).toBe('seen')

  const form = await world.db.examForm.create({
    data: {
      offeringId: row.offeringId,
      schemeNumber: 1,
      number: 99,
      language: 'en',
      minutes: 90,
      seed: 'form',
      createdById: board.userId,
    },
  })
  const attempt = await world.db.examAttempt.create({
    data: {
      candidateId: member.userId,
      offeringId: row.offeringId,
      schemeNumber: 1,
      formId: form.id,
      number: 1,
      legalName: 'Ada Example',
      sessionId: member.sessionId,
      seed: 'attempt',
    },
  })
  expect(await isRefused()).toEqual(closed)
  await world.db.examAttempt.update({ where: { id: attempt.id }, data: { state: 'voided' } })
  expect((await isRefused()).seen).toBe('seen')
})

describe('42 CSV/QTI export permission', () => {
  const offering = () =>
    world.db.offering.findFirstOrThrow({
      where: { items: { some: {} } },
      orderBy: { slug: 'asc' },
      select: { id: true },
    })
  const deps = () => ({ ...world.deps, files: createFileStore({ kind: 'folder', folder }) })

  test('only the board takes items out; each time is written down', async () => {
    const { id: offeringId } = await offering()
    for (const role of ['support', 'finance', 'catalog_editor'] as const) {
      const member = memberOf(await makeUser(world.db), { roles: [role] })
      await expect(exportItems(deps(), member, { offeringId, format: 'csv' })).rejects.toThrow(
        'not-allowed',
      )
    }
    await exportItems(deps(), board, { offeringId, format: 'csv' })
    const entry = await world.db.auditEntry.findFirstOrThrow({ where: { action: 'item.export' } })
    expect(entry).toMatchObject({ actorId: board.userId, entityId: offeringId })
  })

  test.each(['csv', 'qti3', 'qti2'] as const)(
    'what leaves as %s comes back whole: everything is known already, nothing is refused',
    async (format) => {
      const { id: offeringId } = await offering()
      const file = await exportItems(deps(), board, { offeringId, format })
      const input = {
        offeringId,
        fileName: file.fileName,
        base64: Buffer.from(file.bytes).toString('base64'),
        objective: '1.1',
        level: 'apply' as const,
      }
      const preview = await previewImport(deps(), board, input)
      const count = await world.db.item.count({ where: { offeringId } })
      expect(preview).toHaveLength(count)
      expect(preview.filter(({ outcome }) => outcome !== 'exists')).toEqual([])
      expect(await importItems(deps(), board, input)).toEqual(preview)
      expect(await world.db.item.count({ where: { offeringId } })).toBe(count)
    },
  )

  test('an item of another system comes in once as a draft, in the wanted objective', async () => {
    const { id: offeringId } = await offering()
    const xml = `<assessmentItem identifier="q" title="Q" adaptive="false" timeDependent="false">
      <responseDeclaration identifier="R" cardinality="single" baseType="identifier"><correctResponse><value>a</value></correctResponse></responseDeclaration>
      <itemBody><choiceInteraction responseIdentifier="R" maxChoices="1"><prompt>Well?</prompt>
      <simpleChoice identifier="a">Yes</simpleChoice><simpleChoice identifier="b">No</simpleChoice></choiceInteraction></itemBody></assessmentItem>`
    const input = {
      offeringId,
      fileName: 'q.xml',
      base64: Buffer.from(xml).toString('base64'),
      objective: '1.2',
      level: 'apply' as const,
    }
    expect(await previewImport(deps(), board, input)).toMatchObject([{ outcome: 'new' }])
    expect(await world.db.item.count({ where: { offeringId, state: 'draft' } })).toBe(0)
    await importItems(deps(), board, input)
    const draft = await world.db.item.findFirstOrThrow({
      where: { offeringId, state: 'draft' },
      include: { versions: true },
    })
    expect(draft.code).toMatch(/-1\.2-\d{3}$/)
    expect(draft.versions).toMatchObject([{ objective: '1.2', authorId: board.userId }])
  })
})
