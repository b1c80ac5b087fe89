import { randomUUID } from 'node:crypto'
import { expect, type Page } from '@playwright/test'
import { cards, goToPayment, payWith } from './pay'
import { answerOf, read } from './procedures'
import type { Asked } from './studied'

export const exam = 'archway-certified-ai-architect-associate'

type Room = { items: { position: number }[] }
/** Buys a voucher with a card that works; the buyer is signed in. */
export async function buyVoucher(page: Page): Promise<void> {
  await page.goto(`/certifications/${exam}`)
  await page
    .getByRole('link', { name: /^Buy for/ })
    .first()
    .click()
  await goToPayment(page)
  await payWith(page, cards.success)
  await page.waitForURL(/\/orders\//)
}

/** From the page of preparation into the exam room. Returns the id of the sitting. */
export async function startExam(page: Page): Promise<string> {
  await page.goto(`/exams/${exam}`)
  await expect(page.getByText('The connection works.')).toBeVisible()
  await page.getByLabel('I have read this and agree to it.').check()
  await page.getByRole('button', { name: 'Start the exam now' }).click()
  await expect(page.getByRole('heading', { name: /^Question 1 of / })).toBeVisible()
  return new URL(page.url()).pathname.split('/')[2] ?? ''
}

/** Answers by guessing: the first option of what has some. */
export function guessedAnswer(asked: Asked): object | null {
  switch (asked.kind) {
    case 'single':
      return { kind: 'single', selected: asked.options[0]?.id }
    case 'multiple':
      return { kind: 'multiple', selected: asked.options.slice(0, 2).map(({ id }) => id) }
    case 'order':
      return { kind: 'order', sequence: asked.options.map(({ id }) => id) }
    default:
      return null
  }
}

/** Another window of the same person, which answers from now on through the procedures alone. */
export async function otherWindow(page: Page, attemptId: string) {
  const session = { attemptId, sessionId: randomUUID() }
  await answerOf(page, 'exams.takeOver', session)
  return {
    session,
    async answerAll(answerTo: (asked: Asked) => object | null): Promise<number> {
      const { items } = await read<Room>(page, 'exams.room', session)
      for (const { position } of items) {
        const { content } = await answerOf<{ content: Asked }>(page, 'exams.openItem', {
          ...session,
          position,
        })
        const answer = answerTo(content)
        if (answer === null) continue
        const saved = await answerOf<{ status: string }>(page, 'exams.saveAnswer', {
          ...session,
          position,
          revision: 1000,
          answer,
          isFlagged: false,
        })
        expect(saved.status).toBe('saved')
      }
      return items.length
    },
  }
}
