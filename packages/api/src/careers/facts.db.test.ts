import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { memberOf } from '../testing/actors'
import { makeUser } from '../testing/factories'
import { auditOf, completeDraft, factInput, unique } from '../testing/guides'
import { refusal } from '../testing/refusal'
import { createWorld, type World } from '../testing/world'
import { publishGuide } from './commands/guide-state'
import { createFact, updateFact } from './commands/save-fact'
import { updateSection } from './commands/update-section'
import { countPublishedFacts } from './reads/count-facts'
import { getGuideBySlug } from './reads/get-guide'
import { requireFactForStaff } from './reads/list-facts'
import { listGuides } from './reads/list-guides'
import { createFactInput } from './schema/facts'
import type { GuideSectionKind } from './schema/vocabulary'

let world: World
let editor: ReturnType<typeof memberOf>

beforeAll(async () => {
  world = await createWorld()
  editor = memberOf(await makeUser(world.db), { roles: ['catalog_editor'] })
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

describe('facts', () => {
  it('are added once and used by the guide that names them', async () => {
    const fact = factInput(unique('fact'))
    await createFact(world.deps, editor, fact)
    expect(await refusal(createFact(world.deps, editor, fact))).toBe('fact-key-taken')
    const { slug, version } = await publishedGuide()
    const html = `<p><span data-fact="${fact.key}"></span></p>`
    await updateSection(world.deps, editor, section(slug, version, 'pay', html))
    const guide = await getGuideBySlug(world.db, slug)
    expect(guide?.facts).toMatchObject([{ key: fact.key, valueLow: 90_000, currency: 'USD' }])
    const due = new Date('2026-09-02T00:00:00Z')
    expect(await requireFactForStaff(world.db, fact.key, due)).toMatchObject({
      isOverdue: true,
      guides: [{ slug }],
    })
    const before = await countPublishedFacts(world.db, new Date('2026-09-01T23:00:00Z'))
    const after = await countPublishedFacts(world.db, new Date('2026-09-02T00:00:00Z'))
    expect(before).toEqual({ total: after.total, overdue: after.overdue - 1 })
    const summaries = await listGuides(world.db, new Date('2026-09-02T00:00:00Z'))
    expect(summaries.find((one) => one.slug === slug)).toMatchObject({
      factCount: 1,
      overdueCount: 1,
    })
  })

  it('are changed by one of two editors, and expire every guide', async () => {
    const fact = factInput(unique('fact'))
    const { updatedAt } = await createFact(world.deps, editor, fact)
    world.expired.length = 0
    const answers = await Promise.all(
      [91_000, 92_000].map((value) =>
        refusal(
          updateFact(world.deps, editor, {
            ...fact,
            valueLow: value,
            valueHigh: value,
            updatedAt,
          }),
        ),
      ),
    )
    expect(answers.sort()).toEqual(['allowed', 'fact-changed-meanwhile'])
    expect(world.expired).toEqual(['guides'])
    expect((await auditOf(world.db, fact.key)).map(({ action }) => action)).toEqual([
      'fact.create',
      'fact.update',
    ])
    const missing = { ...fact, key: 'not-there', updatedAt }
    expect(await refusal(updateFact(world.deps, editor, missing))).toBe('not-found')
  })

  it('that are saved as they are leave no trace', async () => {
    const fact = factInput(unique('fact'))
    const { updatedAt } = await createFact(world.deps, editor, fact)
    world.expired.length = 0
    expect(await updateFact(world.deps, editor, { ...fact, updatedAt })).toEqual({ updatedAt })
    expect(await auditOf(world.db, fact.key)).toHaveLength(1)
    expect(world.expired).toEqual([])
    const noted = { ...fact, note: 'Gross', updatedAt }
    expect((await updateFact(world.deps, editor, noted)).updatedAt).not.toEqual(updatedAt)
  })

  it('need a source with an address, an ordered range and a review after the reading', () => {
    const good = factInput('any')
    for (const change of [
      { sourceUrl: 'javascript:alert(1)' },
      { sourceTitle: ' ' },
      { valueLow: 2, valueHigh: 1 },
      { valueLow: null },
      { reviewBy: good.verifiedOn },
    ]) {
      expect(createFactInput.safeParse({ ...good, ...change }).success).toBe(false)
    }
  })
})
