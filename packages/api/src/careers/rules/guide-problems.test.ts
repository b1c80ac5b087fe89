import { describe, expect, it } from 'vitest'
import { type GuideDraft, guideFactKeys, guideProblems } from './guide-problems'

const fact = (key: string, change: Partial<Record<'sourceTitle' | 'sourceUrl', string>> = {}) => ({
  key,
  sourceTitle: 'Handbook',
  sourcePublisher: 'An office',
  sourceUrl: 'https://office.example/handbook',
  verifiedOn: new Date('2026-05-01'),
  reviewBy: new Date('2026-09-01'),
  ...change,
})

const draft = (change: Partial<GuideDraft> = {}): GuideDraft => ({
  summary: 'What the role is.',
  authors: ['ada'],
  sections: (['role', 'duties', 'path', 'sources'] as const).map((kind) => ({
    kind,
    bodyHtml: '<p>Text</p>',
  })),
  questions: [],
  neighbours: [],
  stages: [],
  skills: [],
  offerings: [],
  ...change,
})
const neighbour = { focus: '', deliverables: '', skills: '', typicalBackground: '' }

describe('what keeps a guide from being published', () => {
  it('is nothing when every figure is a sourced fact', () => {
    const guide = draft({
      sections: [
        ...draft().sections,
        { kind: 'pay', bodyHtml: '<p>It is <span data-fact="pay"></span> a year.</p>' },
      ],
    })
    expect(guideProblems(guide, [fact('pay')])).toEqual([])
  })

  it.each([
    ['summary', draft({ summary: 'Pays USD 90,000.' }), 'summary', 'USD 90,000'],
    [
      'milestone',
      draft({ stages: [{ description: '', milestones: ['Save 20 %'] }] }),
      'stages',
      '20 %',
    ],
    [
      'answer',
      draft({ questions: [{ question: 'How much?', answerHtml: '<p>€5k</p>' }] }),
      'questions',
      '€5k',
    ],
    ['reason for a skill', draft({ skills: [{ why: 'Worth 10% more' }] }), 'skills', '10%'],
    ['reason for an offering', draft({ offerings: [{ why: 'Only $49' }] }), 'offerings', '$49'],
    [
      'comparison row',
      draft({ neighbours: [{ ...neighbour, focus: 'earns £1', payFactKey: null }] }),
      'neighbours',
      '£1',
    ],
  ])('names a figure without source in a %s', (_, guide, place, detail) => {
    expect(guideProblems(guide, [])).toEqual([{ code: 'figure-unsourced', place, detail }])
  })

  it('names unknown facts, facts without source, missing sections and a missing author', () => {
    const guide = draft({
      authors: [],
      sections: [
        { kind: 'role', bodyHtml: '<p><span data-fact="gone"></span></p>' },
        { kind: 'duties', bodyHtml: '  ' },
        { kind: 'path', bodyHtml: '<p><span data-fact="bare"></span></p>' },
      ],
    })
    expect(guideProblems(guide, [fact('bare', { sourceUrl: 'the web' })])).toEqual([
      { code: 'author-missing', place: 'authors', detail: '' },
      { code: 'section-missing', place: 'duties', detail: '' },
      { code: 'section-missing', place: 'sources', detail: '' },
      { code: 'fact-unknown', place: 'facts', detail: 'gone' },
      { code: 'fact-unsourced', place: 'facts', detail: 'bare' },
    ])
  })
})

it('numbers facts in the order in which a reader meets them', () => {
  const guide = draft({
    sections: [
      { kind: 'role', bodyHtml: '<p><span data-fact="b"></span></p>' },
      { kind: 'comparison', bodyHtml: '<p></p>' },
      { kind: 'pay', bodyHtml: '<p><span data-fact="a"></span><span data-fact="b"></span></p>' },
    ],
    neighbours: [{ ...neighbour, payFactKey: 'c' }],
    questions: [{ question: '', answerHtml: '<span data-fact="d"></span>' }],
  })
  expect(guideFactKeys(guide)).toEqual(['b', 'c', 'a', 'd'])
})
