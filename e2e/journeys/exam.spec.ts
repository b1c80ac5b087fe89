import { randomUUID } from 'node:crypto'
import { buyVoucher, exam, guessedAnswer, otherWindow, startExam } from '../support/exam'
import { join } from '../support/people'
import { answerOf } from '../support/procedures'
import { expect, test } from '../support/test'

test('a candidate buys a voucher, sits the exam, hands in, and is told the result and when to sit again', async ({
  page,
  newcomer,
}) => {
  await join(page, newcomer)
  await page.goto(`/exams/${exam}`)
  await expect(page.getByText('There is no exam voucher for this exam')).toBeVisible()
  await buyVoucher(page)
  const attemptId = await startExam(page)
  await page.getByLabel('Mark this question to come back to it').check()
  await expect(page.getByText('All answers are saved.')).toBeVisible()
  await page.reload()
  await expect(page.getByRole('button', { name: /^Question 1, .*marked/ })).toBeVisible()
  const html = await page.content()
  expect(html).not.toMatch(/isScored|keySealed|rationale|"correct"/)

  const other = await otherWindow(page, attemptId)
  await expect(page.getByText('This exam is open in another window')).toBeVisible()
  const count = await other.answerAll(guessedAnswer)
  await page.getByRole('button', { name: 'Go on here' }).click()
  await expect(page.getByRole('heading', { name: `Question 1 of ${count}` })).toBeVisible()
  await page.getByRole('button', { name: 'Review and hand in' }).click()
  await page.getByRole('button', { name: 'Hand in …' }).click()
  await page.getByRole('button', { name: 'Hand in', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Receipt' })).toBeVisible()
  await expect(page.getByText('Not passed this time', { exact: true })).toBeVisible()
  await page.goto(`/exams/${exam}`)
  await expect(page.getByText('This exam cannot be sat right now')).toBeVisible()
  await expect(page.getByText(/^Possible from /)).toBeVisible()
})

test('5 extension-while-open-tab: reaches the open exam room within two seconds', async ({
  page,
  newcomer,
  staff,
}) => {
  await join(page, newcomer)
  await buyVoucher(page)
  const attemptId = await startExam(page)
  const desk = await staff('admin', '/admin')
  const clock = page.getByRole('timer')
  await expect(clock).toHaveText(/^1:1[45]:/)
  await answerOf(desk, 'exams.extend', {
    attemptId,
    key: randomUUID(),
    minutes: 30,
    reason: 'Fire alarm in the building',
  })
  await expect(clock).toHaveText(/^1:4[45]:/, { timeout: 2500 })
  await expect(page.getByText('You have been given more time.')).toBeVisible()
})

test('15 offline: answers wait in the browser and are sent when the connection is back', async ({
  page,
  newcomer,
  context,
}) => {
  await join(page, newcomer)
  await buyVoucher(page)
  await startExam(page)
  const flag = page.getByLabel('Mark this question to come back to it')
  await expect(flag).toBeEnabled()
  await context.setOffline(true)
  await flag.check()
  await expect(page.getByText('No connection. Your answers wait in this browser')).toBeVisible()
  await page.getByRole('button', { name: 'Next' }).click()
  await expect(page.getByRole('heading', { name: /^Question 2 of / })).toBeVisible()
  await flag.check()
  await context.setOffline(false)
  await expect(page.getByText('All answers are saved.')).toBeVisible()
  await page.reload()
  await expect(page.getByRole('button', { name: /^Question 1, .*marked/ })).toBeVisible()
  await expect(page.getByRole('button', { name: /^Question 2, .*marked/ })).toBeVisible()
})
