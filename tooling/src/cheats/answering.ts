import { randomUUID } from 'node:crypto'
import { type Arena, type Attack, mustBeRefused, mustSay } from './attack'

/** The place of a question with one right answer, which every form has among its first ones. */
function single({ sitting }: Arena) {
  const item = sitting.items.find(({ content }) => content.kind === 'single')
  const ids = item?.content.options?.map(({ id }) => id) ?? []
  if (!item || ids.length === 0) throw new Error('no question with one right answer')
  return { position: item.position, ids }
}

const refusedAnswer = (name: string, answer: (arena: Arena) => object | string): Attack => ({
  name,
  against: 'rule 8: ids of one sitting',
  run: async (arena) =>
    mustBeRefused(
      await arena.sitting.save({ position: single(arena).position, answer: answer(arena) }),
    ),
})

const secondsLeft = async ({ cheater, sitting }: Arena): Promise<number> =>
  ((await cheater.query('exams.pulse', sitting)).data as { secondsLeft: number }).secondsLeft

export const answeringAttacks: Attack[] = [
  refusedAnswer('answer in the bank’s own ids', () => ({ kind: 'single', selected: 'a' })),
  refusedAnswer('answer with an id of another’s exam', ({ theirs }) => ({
    kind: 'single',
    selected: theirs.items.flatMap(({ content }) => content.options ?? [])[0]?.id ?? 'x',
  })),
  refusedAnswer('choose all options of a question with one', (arena) => ({
    kind: 'multiple',
    selected: single(arena).ids,
  })),
  refusedAnswer('send points instead of an answer', () => ({ kind: 'single', points: 1 })),
  refusedAnswer('send an answer that is no object', () => 'a'),
  refusedAnswer('send a hundred thousand characters', () => ({
    kind: 'text',
    text: 'x'.repeat(100_000),
  })),
  refusedAnswer('send a NUL', () => ({ kind: 'text', text: 'a\0b' })),
  {
    name: 'answer a question that is not there',
    against: 'rule 8',
    run: async ({ sitting }) => mustBeRefused(await sitting.save({ position: 400 })),
  },
  {
    name: 'answer with a revision below one',
    against: 'rule 4',
    run: async ({ sitting }) => mustBeRefused(await sitting.save({ revision: -1 })),
  },
  {
    name: 'put an old answer over a newer one',
    against: 'rule 4: stale',
    run: async (arena) => {
      const { position, ids } = single(arena)
      const answer = { kind: 'single', selected: ids[0] }
      await arena.sitting.save({ position, revision: 50, answer })
      return mustSay('stale')(await arena.sitting.save({ position, revision: 49 }))
    },
  },
  {
    name: 'start again to have the time again',
    against: '16 concurrent-start',
    run: async (arena) => {
      const before = await secondsLeft(arena)
      const { data } = await arena.cheater.query('exams.prepare', { slug: arena.slug })
      const agreementHash = (data as { agreement: { hash: string } }).agreement.hash
      const started = await Promise.all(
        Array.from({ length: 20 }, () =>
          arena.cheater.mutate('exams.start', {
            slug: arena.slug,
            sessionId: randomUUID(),
            name: 'Carl Cheater',
            agreementHash,
          }),
        ),
      )
      const ids = new Set(started.map((reply) => (reply.data as { attemptId?: string })?.attemptId))
      if (ids.size !== 1 || !ids.has(arena.sitting.attemptId)) return `${ids.size} sittings`
      return (await secondsLeft(arena)) <= before ? null : 'more time'
    },
  },
  {
    name: 'send a later deadline along',
    against: '3 clock-forward/back-tamper',
    run: async (arena) => {
      const before = await secondsLeft(arena)
      const later = { deadlineAt: '2099-01-01T00:00:00Z', secondsLeft: 9e6, now: 0 }
      await arena.sitting.save({ position: 2, revision: 7, isFlagged: true, ...later })
      return (await secondsLeft(arena)) <= before ? null : 'more time'
    },
  },
  {
    name: 'flood the journal',
    against: 'rule 12: rate limits',
    run: async ({ sitting }) => {
      const replies = await Promise.all(
        Array.from({ length: 200 }, (_, index) =>
          sitting.save({ position: 3, revision: 1000 + index, isFlagged: index % 2 === 0 }),
        ),
      )
      const kept = replies.filter(
        ({ data }) => (data as { status?: string } | undefined)?.status === 'saved',
      ).length
      return kept <= 120 ? null : `${kept} kept`
    },
  },
  {
    name: 'flood the events',
    against: 'rule 12: rate limits',
    run: async ({ cheater, sitting: { attemptId, sessionId } }) =>
      mustBeRefused(
        await cheater.mutate('exams.recordEvents', {
          attemptId,
          sessionId,
          events: Array.from({ length: 500 }, () => ({ kind: 'blur', secondsAgo: 0 })),
        }),
      ),
  },
  {
    name: 'hand in twenty times at once',
    against: '18 double-submit',
    run: async ({ cheater, sitting: { attemptId, sessionId } }) => {
      const replies = await Promise.all(
        Array.from({ length: 20 }, () => cheater.mutate('exams.submit', { attemptId, sessionId })),
      )
      const taken = replies.filter(
        ({ data }) => (data as { status?: string } | undefined)?.status === 'submitted',
      ).length
      return taken === 1 ? null : `taken ${taken} times`
    },
  },
  {
    name: 'answer after handing in',
    against: '19 save-after-submit',
    run: async ({ sitting }) => mustSay('closed')(await sitting.save({ position: 4, revision: 5 })),
  },
  {
    name: 'read the questions after handing in',
    against: 'rule 9',
    run: async ({ cheater, sitting: { attemptId, sessionId } }) =>
      mustBeRefused(await cheater.mutate('exams.openItem', { attemptId, sessionId, position: 1 })),
  },
  {
    name: 'open the sitting again',
    against: 'rule 6: reopen',
    run: async ({ cheater, sitting: { attemptId, sessionId } }) => {
      const { data } = await cheater.mutate('exams.takeOver', { attemptId, sessionId })
      return (data as { isLive?: boolean } | undefined)?.isLive === false ? null : 'it is live'
    },
  },
  {
    name: 'sit again at once, with the same voucher',
    against: '21 retake-before-wait, 29 voucher-double-spend',
    run: async ({ cheater, slug }) => {
      const { data } = await cheater.query('exams.prepare', { slug })
      const { agreement } = data as { agreement: { hash: string } }
      return mustBeRefused(
        await cheater.mutate('exams.start', {
          slug,
          sessionId: randomUUID(),
          agreementHash: agreement.hash,
        }),
      )
    },
  },
]
