import { buyVoucher, exam, otherWindow, startExam } from '../support/exam'
import { join } from '../support/people'
import { studied } from '../support/studied'
import { expect, test } from '../support/test'

test('prepare, buy a voucher, sit, pass, have the certificate, lead to LinkedIn, and be checked on a phone', async ({
  page,
  newcomer,
  browser,
}) => {
  test.setTimeout(90_000)
  await join(page, newcomer)
  await buyVoucher(page)
  const attemptId = await startExam(page)
  const other = await otherWindow(page, attemptId)
  await other.answerAll(studied(exam))
  await page.getByRole('button', { name: 'Go on here' }).click()
  await page.getByRole('button', { name: 'Review and hand in' }).click()
  await page.getByRole('button', { name: 'Hand in …' }).click()
  await page.getByRole('button', { name: 'Hand in', exact: true }).click()
  await expect(page.getByText('Passed', { exact: true })).toBeVisible()
  await page.getByRole('link', { name: 'See your certificate' }).click()
  await page.waitForURL(/\/credentials\/[0-9a-f-]{36}$/)

  const main = page.locator('main:visible')
  await expect(main.getByText(/^AW-\d{4}-/).first()).toBeVisible()
  const linkedIn = main.getByRole('link', { name: 'Add to LinkedIn' })
  const sent = new URL((await linkedIn.getAttribute('href')) ?? '')
  expect(sent.searchParams.get('name')).toBe('Archway Certified AI Architect – Associate')
  expect(sent.searchParams.get('expirationYear')).toBe(String(new Date().getUTCFullYear() + 3))

  const context = await browser.newContext({ viewport: { width: 390, height: 844 } })
  const phone = await context.newPage()
  await phone.goto(sent.searchParams.get('certUrl') ?? '')
  await expect(phone.getByText('This credential is valid.')).toBeVisible()
  await expect(phone.getByRole('heading', { level: 1, name: newcomer.name })).toBeVisible()
  await context.close()

  await page.goto(`/exams/${exam}`)
  await expect(page.getByText('This exam cannot be sat right now')).toBeVisible()
})
