import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { StaffRole } from '../shared/staff-roles'
import { memberOf, visitor } from '../testing/actors'
import { makeOffering, makeUser } from '../testing/factories'
import { about, auditOf, completeDraft, factInput, unique } from '../testing/guides'
import { refusal } from '../testing/refusal'
import { createWorld, type World } from '../testing/world'
import { createGuide } from './commands/create-guide'
import { publishGuide, retireGuide } from './commands/guide-state'
import { createFact, updateFact } from './commands/save-fact'
import { updateGuide } from './commands/update-guide'
import { updateSection } from './commands/update-section'
import { getGuideBySlug } from './reads/get-guide'
import { listGuides, listGuidesForStaff } from './reads/list-guides'
import { requireGuideForStaff } from './reads/require-guide-for-staff'
import { adminGuidesInput } from './schema/guide'
import type { GuideSectionKind } from './schema/vocabulary'

let world: World
let editor: ReturnType<typeof memberOf>
let learner: ReturnType<typeof memberOf>

beforeAll(async () => {
  world = await createWorld()
  const staff = async (roles: StaffRole[]) => memberOf(await makeUser(world.db), { roles })
  editor = await staff(['catalog_editor'])
  learner = await staff([])
  await world.db.person.create({ data: { slug: 'ada', name: 'Ada Example', title: 'Editor' } })
})
afterAll(() => world.close())

async function publishedGuide() {
  const slug = await completeDraft(world.db)
  const { version } = await publishGuide(world.deps, editor, { slug, version: 1 })
  return { slug, version }
}

const section = (slug: string, version: number, kind: GuideSectionKind, bodyHtml: string) => ({
  slug,
  version,
  kind,
  bodyHtml,
  title: 'A section',
  changeNote: '',
})
const meta = (slug: string, version: number) => ({
  ...about,
  slug,
  version,
  authors: ['ada'],
  reviewers: [],
  reviewedOn: null,
  reviewBy: null,
  changeNote: '',
})

describe('who may', () => {
  it.each([
    ['visitor', () => visitor],
    ['learner', () => learner],
  ])('not: a %s changes nothing', async (_, actor) => {
    const { slug, version } = await publishedGuide()
    const fact = factInput(unique('fact'))
    const { updatedAt } = await createFact(world.deps, editor, fact)
    const attempts = [
      createGuide(world.deps, actor(), { ...about, slug: unique('other') }),
      updateGuide(world.deps, actor(), meta(slug, version)),
      updateSection(world.deps, actor(), section(slug, version, 'role', '<p>Mine</p>')),
      publishGuide(world.deps, actor(), { slug, version }),
      retireGuide(world.deps, actor(), { slug, version, reason: 'because' }),
      createFact(world.deps, actor(), factInput(unique('fact'))),
      updateFact(world.deps, actor(), { ...fact, updatedAt }),
    ]
    expect(await Promise.all(attempts.map(refusal))).toEqual(attempts.map(() => 'not-allowed'))
    expect((await getGuideBySlug(world.db, slug))?.version).toBe(version)
  })
})

describe('creating', () => {
  it('starts a draft once', async () => {
    const slug = unique('fresh')
    await createGuide(world.deps, editor, { ...about, slug })
    expect(await refusal(createGuide(world.deps, editor, { ...about, slug }))).toBe('slug-taken')
    expect(await getGuideBySlug(world.db, slug)).toBeNull()
    const guide = await requireGuideForStaff(world.db, slug)
    expect(guide.problems.map(({ code }) => code)).toContain('section-missing')
    expect(await refusal(publishGuide(world.deps, editor, { slug, version: 1 }))).toBe(
      'guide-incomplete',
    )
    expect(await auditOf(world.db, slug)).toEqual([
      { action: 'guide.create', actorName: editor.email },
    ])
  })
})

describe('publishing and retiring', () => {
  it('publishes a complete draft, once, and expires the pages', async () => {
    const slug = await completeDraft(world.db)
    world.expired.length = 0
    await publishGuide(world.deps, editor, { slug, version: 1 })
    expect(world.expired).toEqual(['guides', `guide:${slug}`, 'catalog'])
    expect((await getGuideBySlug(world.db, slug))?.publishedAt).toEqual(world.clock.now())
    expect(await refusal(publishGuide(world.deps, editor, { slug, version: 1 }))).toBe(
      'guide-wrong-state',
    )
    expect(await auditOf(world.db, slug)).toEqual([
      { action: 'guide.publish', actorName: editor.email },
    ])
  })

  it('lets one of two publishers through', async () => {
    const slug = await completeDraft(world.db)
    const answers = await Promise.all(
      [1, 2].map(() => refusal(publishGuide(world.deps, editor, { slug, version: 1 }))),
    )
    expect(answers.sort()).toEqual(['allowed', 'guide-wrong-state'])
  })

  it('takes a guide down and puts it up again with its first date', async () => {
    const { slug, version } = await publishedGuide()
    const reason = 'Out of date'
    expect(await refusal(retireGuide(world.deps, editor, { slug, version: 1, reason }))).toBe(
      'guide-changed-meanwhile',
    )
    const retired = await retireGuide(world.deps, editor, { slug, version, reason })
    expect(await getGuideBySlug(world.db, slug)).toBeNull()
    expect(
      await refusal(retireGuide(world.deps, editor, { slug, version: retired.version, reason })),
    ).toBe('guide-wrong-state')
    const first = world.clock.now()
    world.clock.advanceSeconds(60)
    await publishGuide(world.deps, editor, { slug, version: retired.version })
    expect((await getGuideBySlug(world.db, slug))?.publishedAt).toEqual(first)
  })

  it('answers not found for a guide that is not there', async () => {
    expect(await refusal(publishGuide(world.deps, editor, { slug: 'no', version: 1 }))).toBe(
      'not-found',
    )
  })
})

describe('editing', () => {
  it('sanitises a section, writes the change log, and refuses a stale version', async () => {
    const { slug, version } = await publishedGuide()
    const input = section(slug, version, 'role', '<p onclick="x()">Hi<script>x()</script></p>')
    await updateSection(world.deps, editor, { ...input, changeNote: 'Role said better' })
    expect(await refusal(updateSection(world.deps, editor, input))).toBe('guide-changed-meanwhile')
    const guide = await getGuideBySlug(world.db, slug)
    expect(guide?.sections.find(({ kind }) => kind === 'role')?.bodyHtml).toBe('<p>Hi</p>')
    expect(guide?.changes[0]).toMatchObject({ note: 'Role said better' })
    expect((await auditOf(world.db, slug)).at(-1)?.action).toBe('guide.update-section')
  })

  it('gives one of two editors a conflict and keeps the other work', async () => {
    const { slug, version } = await publishedGuide()
    const answers = await Promise.all(
      ['<p>One</p>', '<p>Two</p>'].map((html) =>
        refusal(updateSection(world.deps, editor, section(slug, version, 'day', html))),
      ),
    )
    expect(answers.sort()).toEqual(['allowed', 'guide-changed-meanwhile'])
  })

  it('keeps a public guide complete: unsourced figures and unknown facts change nothing', async () => {
    const { slug, version } = await publishedGuide()
    for (const html of ['<p>Pays USD 90,000</p>', '<p><span data-fact="nowhere"></span></p>']) {
      const input = section(slug, version, 'pay', html)
      expect(await refusal(updateSection(world.deps, editor, input))).toBe('guide-incomplete')
    }
    const blurb = { ...meta(slug, version), summary: 'Earns 20 % more' }
    expect(await refusal(updateGuide(world.deps, editor, blurb))).toBe('guide-incomplete')
    const nobody = { ...meta(slug, version), authors: [] }
    expect(await refusal(updateGuide(world.deps, editor, nobody))).toBe('guide-incomplete')
    expect((await getGuideBySlug(world.db, slug))?.version).toBe(version)
  })

  it('lets a draft be unfinished, and names the first problem on publishing', async () => {
    const slug = await completeDraft(world.db)
    const input = section(slug, 1, 'pay', '<p>Pays USD 90,000</p>')
    const { version } = await updateSection(world.deps, editor, input)
    const error = await publishGuide(world.deps, editor, { slug, version }).catch((e) => e)
    expect(error.details).toEqual({
      count: 1,
      code: 'figure-unsourced',
      place: 'pay',
      detail: 'USD 90,000',
    })
  })

  it('leaves no trace of saving what is there already', async () => {
    const { slug, version } = await publishedGuide()
    world.expired.length = 0
    const texts = { ...section(slug, version, 'role', '<p>Text</p>'), title: 'role' }
    expect(await updateSection(world.deps, editor, texts)).toEqual({ version })
    expect(await updateGuide(world.deps, editor, meta(slug, version))).toEqual({ version })
    expect((await auditOf(world.db, slug)).map(({ action }) => action)).toEqual(['guide.publish'])
    expect(world.expired).toEqual([])
    // A note for the readers is a change.
    const noted = { ...meta(slug, version), changeNote: 'Read again' }
    expect(await updateGuide(world.deps, editor, noted)).toEqual({ version: version + 1 })
    expect(await auditOf(world.db, slug)).toHaveLength(2)
  })

  it('changes title, people and dates, and refuses people who are not there', async () => {
    const { slug, version } = await publishedGuide()
    const input = { ...meta(slug, version), title: 'Test engineer', reviewers: ['ada'] }
    const stranger = { ...input, reviewers: ['nobody'] }
    expect(await refusal(updateGuide(world.deps, editor, stranger))).toBe('person-unknown')
    await updateGuide(world.deps, editor, input)
    expect(await refusal(updateGuide(world.deps, editor, input))).toBe('guide-changed-meanwhile')
    const guide = await getGuideBySlug(world.db, slug)
    expect(guide).toMatchObject({
      title: 'Test engineer',
      reviewers: [{ slug: 'ada', name: 'Ada Example' }],
    })
  })
})

describe('reading', () => {
  it('shows public offerings as cards, marks retired ones, hides drafts', async () => {
    const { slug } = await publishedGuide()
    const guide = await world.db.careerGuide.findUniqueOrThrow({ where: { slug } })
    const shown = await makeOffering(world.db)
    const retired = await makeOffering(world.db, {
      data: { status: 'retired', retiredAt: world.clock.now() },
    })
    const draft = await makeOffering(world.db, { data: { status: 'draft' } })
    await world.db.offeringFact.create({
      data: {
        offeringId: shown.id,
        key: 'retires_on',
        label: 'Retires',
        value: '2999-03-31',
        verifiedOn: new Date('2026-05-01'),
      },
    })
    await world.db.guideOffering.createMany({
      data: [retired, shown, draft].map((offering, position) => ({
        guideId: guide.id,
        offeringId: offering.id,
        section: 'certifications' as const,
        position,
        why: 'It fits.',
      })),
    })
    const page = await getGuideBySlug(world.db, slug)
    expect(page?.offerings.map(({ offering }) => [offering.slug, offering.isRetired])).toEqual([
      [retired.slug, true],
      [shown.slug, false],
    ])
  })

  it('links neighbouring roles only to guides that are public', async () => {
    const { slug } = await publishedGuide()
    const other = await publishedGuide()
    const hidden = await completeDraft(world.db)
    const guide = await world.db.careerGuide.findUniqueOrThrow({ where: { slug } })
    await world.db.guideNeighbour.createMany({
      data: [slug, other.slug, hidden].map((target, position) => ({
        guideId: guide.id,
        position,
        slug: target,
        role: 'Role',
        focus: '',
        deliverables: '',
        skills: '',
        typicalBackground: '',
      })),
    })
    const page = await getGuideBySlug(world.db, slug)
    expect(page?.neighbours.map((row) => row.slug)).toEqual([null, other.slug, null])
  })

  it('lists drafts for staff only, with what they lack', async () => {
    const slug = unique('unfinished')
    await createGuide(world.deps, editor, { ...about, slug })
    const today = world.clock.now()
    const isIt = (row: { slug: string }) => row.slug === slug
    expect((await listGuides(world.db, today)).some(isIt)).toBe(false)
    const input = adminGuidesInput.parse({ search: slug, status: 'draft' })
    expect(await listGuidesForStaff(world.db, input, today)).toMatchObject({
      rows: [{ slug, status: 'draft', problemCount: 5 }],
      total: 1,
    })
  })
})
