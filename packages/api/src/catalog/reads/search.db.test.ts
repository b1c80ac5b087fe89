import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeProvider } from '../../testing/factories'
import { createWorld, type World } from '../../testing/world'
import { parseCatalogQuery } from '../schema/query'
import { listPopularIds } from './popular'
import { searchOfferings } from './search-offerings'
import { suggest } from './suggest'

let world: World

/** A small catalogue whose right answers are known. */
const shelf: {
  title: string
  skills: string[]
  text?: string
  language?: string
  popular?: number
}[] = [
  { title: 'Kubernetes for Machine Learning', skills: ['Kubernetes', 'MLOps'] },
  { title: 'Container Platforms', skills: ['Kubernetes', 'Docker'] },
  { title: 'Running Services', skills: ['Linux'], text: 'Mentions Kubernetes once, in the text.' },
  { title: 'Generative AI for Everyone', skills: ['Generative AI'], popular: 90_000 },
  {
    title: 'Introduction to Generative AI',
    skills: ['Generative AI', 'Prompt engineering'],
    popular: 5_000,
  },
  { title: 'Generative Art by Hand', skills: ['Drawing'] },
  { title: 'Machine Learning in Practice', skills: ['Machine learning', 'Python'], popular: 400 },
  { title: 'Deep Learning', skills: ['Deep learning', 'Machine learning'] },
  { title: 'Python for Analysts', skills: ['Python', 'SQL'] },
  { title: 'Engineering Prompts', skills: ['Prompt engineering'] },
  {
    title: 'Engineering without a Prompt',
    skills: ['Drawing'],
    text: 'A prompt start in engineering.',
  },
  { title: 'Gestión de proyectos con datos', skills: ['Project management'], language: 'es' },
  { title: 'Análise de dados com Python', skills: ['Python'], language: 'pt' },
  { title: 'Google データアナリティクス', skills: ['Data analysis'], language: 'ja' },
  { title: 'Résumé Parsing', skills: ['Natural language processing'] },
  {
    title: 'AI Architecture Foundations',
    skills: ['Solution architecture'],
    text: 'How to become an AI architect.',
  },
]

beforeAll(async () => {
  world = await createWorld()
  const { db } = world
  const provider = await makeProvider(db, {
    name: 'Harbour University',
    slug: 'harbour-university',
  })
  for (const [index, { title, skills, text, language, popular }] of shelf.entries()) {
    await db.offering.create({
      data: {
        slug: `shelf-${index}`,
        kind: 'course',
        origin: 'external',
        status: 'published',
        publishedAt: new Date('2026-01-01'),
        title,
        descriptionHtml: text ? `<p>${text}</p>` : '',
        level: 'beginner',
        providerId: provider.id,
        externalEnrolled: popular ?? 0,
        languages: { create: [{ language: language ?? 'en' }] },
        skills: {
          create: skills.map((name, position) => ({
            position,
            skill: {
              connectOrCreate: {
                where: { slug: name.toLowerCase().replaceAll(' ', '-') },
                create: { slug: name.toLowerCase().replaceAll(' ', '-'), name },
              },
            },
          })),
        },
      },
    })
  }
  await db.offering.update({ where: { slug: 'shelf-5' }, data: { status: 'published' } })
  await db.offering.create({
    data: {
      slug: 'hidden',
      kind: 'course',
      origin: 'external',
      title: 'Kubernetes Draft',
      level: 'beginner',
      providerId: provider.id,
    },
  })
})
afterAll(() => world.close())

const search = (text: string) =>
  searchOfferings(world.db, parseCatalogQuery({ q: text, provider: 'harbour-university' }))
const titles = async (text: string) => (await search(text)).hits.map(({ title }) => title)

describe('searching', () => {
  it('puts titles over skills over text, and never shows a draft', async () => {
    expect(await titles('kubernetes')).toEqual([
      'Kubernetes for Machine Learning',
      'Container Platforms',
      'Running Services',
    ])
  })
  it('prefers the better known of two that fit alike', async () => {
    expect((await titles('generative ai')).slice(0, 2)).toEqual([
      'Generative AI for Everyone',
      'Introduction to Generative AI',
    ])
  })
  it.each([
    ['kubernets', 'Kubernetes for Machine Learning'],
    ['kubernetse platfroms', 'Container Platforms'],
    ['generativ ai', 'Generative AI for Everyone'],
    ['machne learning', 'Machine Learning in Practice'],
    ['mashine lerning pyton', 'Machine Learning in Practice'],
    ['pyhton', 'Python for Analysts'],
  ])('understands "%s"', async (text, title) => {
    expect((await titles(text)).slice(0, 2)).toContain(title)
  })
  it('puts what can no longer be begun last and marks it', async () => {
    const { id } = await world.db.offering.findUniqueOrThrow({
      where: { slug: (await search('generative ai')).hits[0]?.slug ?? '' },
    })
    const fact = { label: 'Last day', verifiedOn: new Date('2026-01-01') }
    const key = { offeringId: id, key: 'retires_on' }
    const popular = () =>
      searchOfferings(world.db, parseCatalogQuery({ provider: 'harbour-university' }))
    await world.db.offeringFact.create({ data: { ...key, ...fact, value: '2020-02-31' } })
    expect((await popular()).hits[0]).toMatchObject({ id, isRetired: false })
    await world.db.offeringFact.update({
      where: { offeringId_key: key },
      data: { value: '2020-02-29' },
    })
    expect((await popular()).hits.at(-1)).toMatchObject({ id, isRetired: true })
    expect(await listPopularIds(world.db, 100)).not.toContain(id)
    await world.db.offeringFact.delete({ where: { offeringId_key: key } })
    expect((await popular()).hits[0]).toMatchObject({ id, isRetired: false })
  })
  it('says how it understood a misspelled text', async () => {
    expect(await search('machne lerning')).toMatchObject({
      match: 'corrected',
      correctedText: 'machine learning',
    })
    expect(await search('machine learning')).toMatchObject({ match: 'all', correctedText: null })
  })
  it('keeps the words of a phrase together', async () => {
    expect(await titles('"engineering prompts"')).toEqual(['Engineering Prompts'])
    expect(await titles('"prompt engineering"')).not.toContain('Engineering without a Prompt')
  })
  it('leaves out what is excluded', async () => {
    expect(await titles('generative -ai')).toEqual(['Generative Art by Hand'])
    expect(await titles('python -"machine learning"')).not.toContain('Machine Learning in Practice')
  })
  it('takes OR for alternatives', async () => {
    expect((await titles('docker OR drawing')).sort()).toEqual([
      'Container Platforms',
      'Engineering without a Prompt',
      'Generative Art by Hand',
    ])
  })
  it('finds words while they are typed', async () => {
    expect(await titles('introduction to gen')).toContain('Introduction to Generative AI')
    expect(await titles('kub')).toHaveLength(3)
  })
  it('does not mind accents, on either side', async () => {
    expect(await titles('gestion')).toEqual(['Gestión de proyectos con datos'])
    expect(await titles('resume')).toEqual(['Résumé Parsing'])
    expect(await titles('pýthon')).toContain('Python for Analysts')
  })
  it('reads other languages and scripts', async () => {
    expect(await titles('proyectos')).toEqual(['Gestión de proyectos con datos'])
    expect(await titles('dados python')).toEqual(['Análise de dados com Python'])
    expect(await titles('データアナリティクス')).toEqual(['Google データアナリティクス'])
    expect(await titles('アナリティクス')).toEqual(['Google データアナリティクス'])
  })
  it('understands a sentence by the words that matter', async () => {
    const result = await search('how do I become an ai architect please')
    expect(result.hits[0]?.title).toBe('AI Architecture Foundations')
    expect(result.match).toBe('any')
  })
  it('finds the provider by name', async () => {
    expect((await search('harbour')).total).toBe(shelf.length)
  })
  it('offers something when nothing is found', async () => {
    const result = await search('zzzzqqqq')
    expect(result.total).toBe(0)
    expect(result.alternatives[0]?.title).toBe('Generative AI for Everyone')
  })
  it.each([
    "'",
    '\\',
    ':*',
    '& | !',
    '<->',
    '((',
    '%_',
    '"',
    '- -',
    '\u0000',
    "'; drop table offerings; --",
  ])('takes %j as a text like any other', async (text) => {
    await expect(search(text)).resolves.toMatchObject({ page: 1 })
    await expect(suggest(world.db, text)).resolves.toBeInstanceOf(Array)
  })
  it('counts pages beyond the last as empty', async () => {
    const query = parseCatalogQuery({ provider: 'harbour-university', page: '7' })
    expect(await searchOfferings(world.db, query)).toMatchObject({ hits: [], total: shelf.length })
  })
  it('sorts as it is told', async () => {
    const by = async (sort: string) =>
      (await searchOfferings(world.db, parseCatalogQuery({ q: 'python', sort }))).hits.map(
        ({ title }) => title,
      )
    expect(await by('title')).toEqual([
      'Análise de dados com Python',
      'Machine Learning in Practice',
      'Python for Analysts',
    ])
    expect((await by('popular'))[0]).toBe('Machine Learning in Practice')
  })
})

describe('suggestions', () => {
  it('propose titles, skills and providers for what is typed', async () => {
    const found = await suggest(world.db, 'gen')
    expect(found.map(({ type, label }) => `${type} ${label}`)).toEqual(
      expect.arrayContaining(['offering Introduction to Generative AI', 'skill Generative AI']),
    )
    const provider = (await suggest(world.db, 'harb')).find(({ type }) => type === 'provider')
    expect(provider).toMatchObject({ slug: 'harbour-university', label: 'Harbour University' })
  })
  it('mend what is misspelled and stay silent about nothing', async () => {
    expect((await suggest(world.db, 'kubernetse ')).map(({ label }) => label)).toContain(
      'Kubernetes',
    )
    expect(await suggest(world.db, '  ')).toEqual([])
  })
})
