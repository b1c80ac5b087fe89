import { type Attack, mustBeRefused, mustTellNothing } from './attack'

const nil = '00000000-0000-7000-8000-000000000000'
const bankImage = '/media/items/archway-certified-ai-architect-associate/images/any.svg'

/** Looking where nothing is to be seen. */
export const lookingAttacks: Attack[] = [
  {
    name: 'read the key in what the room sends',
    against: '35 answer-key-in-payload',
    run: async ({ cheater, sitting }) =>
      mustTellNothing((await cheater.query('exams.room', sitting)).text),
  },
  {
    name: 'read the key in the questions',
    against: '35, 36, 39',
    run: async ({ sitting }) => mustTellNothing(JSON.stringify(sitting.items)),
  },
  {
    name: 'read the key in the page of the room',
    against: '35 answer-key-in-payload',
    run: async ({ cheater, sitting }) =>
      mustTellNothing(await (await cheater.fetch(`/sittings/${sitting.attemptId}`)).text()),
  },
  {
    name: 'read the key in the page before the exam',
    against: '35 answer-key-in-payload',
    run: async ({ cheater, slug }) =>
      mustTellNothing(await (await cheater.fetch(`/exams/${slug}`)).text()),
  },
  {
    name: 'find the same option ids in another’s exam',
    against: '38 stable-option-ids',
    run: async ({ sitting, theirs }) => {
      const ids = (items: typeof sitting.items) =>
        items.flatMap(({ content }) => content.options?.map(({ id }) => id) ?? [])
      const known = new Set(ids(theirs.items))
      return ids(sitting.items).some((id) => known.has(id)) ? 'an id of theirs' : null
    },
  },
  ...(
    [
      ['list the bank', 'bank.list', {}],
      ['try answers in the bank', 'bank.tryAnswer', { versionId: nil, seed: 'x', answer: null }],
      ['preview an item', 'bank.preview', { versionId: nil, seed: 'x' }],
      ['see the board’s list of sittings', 'exams.adminAttempts', {}],
      ['see the forms', 'exams.adminForms', { offeringId: nil }],
      ['draw a form', 'exams.adminPreviewForm', { offeringId: nil, seed: 'x' }],
    ] as const
  ).map(
    ([name, procedure, input]): Attack => ({
      name,
      against: '37, 42: staff alone',
      run: async ({ cheater }) => mustBeRefused(await cheater.query(procedure, input)),
    }),
  ),
  {
    name: 'see one’s own sitting as the board does',
    against: '37 IDOR',
    run: async ({ cheater, sitting }) =>
      mustBeRefused(await cheater.query('exams.adminAttempt', { attemptId: sitting.attemptId })),
  },
  {
    name: 'fetch the picture of another’s question',
    against: '37 IDOR',
    run: async ({ cheater, theirs }) => {
      const { status } = await cheater.fetch(`/api/exams/${theirs.attemptId}/items/1/image`)
      return status === 404 ? null : `status ${status}`
    },
  },
  {
    name: 'fetch a picture of the bank by its name',
    against: '41 search-index / cache / log leak',
    run: async ({ cheater }) => {
      const { status } = await cheater.fetch(bankImage)
      return status === 404 ? null : `status ${status}`
    },
  },
  {
    name: 'ask for a result before handing in',
    against: '57',
    run: async ({ cheater, sitting }) =>
      mustBeRefused(await cheater.query('exams.result', { attemptId: sitting.attemptId })),
  },
  {
    name: 'sit without signing in',
    against: 'rule 11',
    run: async ({ nobody, sitting }) => mustBeRefused(await nobody.query('exams.room', sitting)),
  },
]
