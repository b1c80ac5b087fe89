import { expectCleanAsItIs } from '../support/axe'
import { waitForMail } from '../support/mailbox'
import { cards, goToPayment, payWith } from '../support/pay'
import { join } from '../support/people'
import { expect, test } from '../support/test'

const slug = 'designing-llm-systems'
const course = 'Designing LLM Systems'

test('a disputed payment holds the access, and is answered with what is on record', async ({
  page,
  newcomer,
  staff,
  isMobile,
}) => {
  test.setTimeout(120_000)
  await join(page, newcomer)
  await page.goto(`/courses/${slug}`)
  await page
    .getByRole('link', { name: /^Buy for/ })
    .first()
    .click()
  await goToPayment(page)
  await payWith(page, cards.disputed)
  await expect(async () => {
    await page.goto('/learning/access')
    await expect(page.getByRole('heading', { level: 1, name: 'Your access' })).toBeVisible()
    await expect(page.getByText('The payment is disputed with the bank.')).toBeVisible({
      timeout: 2000,
    })
  }).toPass({ timeout: 30_000 })
  const alert = await waitForMail('finance@archway.test', 'is disputed')
  expect(alert.text).toContain('they did not make the payment')

  const search = encodeURIComponent(newcomer.email)
  const desk = await staff('finance', `/admin/disputes?group=waiting&search=${search}`)
  await desk
    .getByRole('main')
    .getByRole('link', { name: /^Order \d/ })
    .click()
  await expect(desk.getByLabel('E-mail of the buyer')).toHaveValue(newcomer.email)
  await expect(desk.getByLabel('What was bought')).toHaveValue(new RegExp(course))
  await expectCleanAsItIs(desk, isMobile)
  await desk.getByLabel('Anything else').fill('winning_evidence')
  await desk.getByRole('button', { name: 'Preview' }).click()
  await expect(desk.getByText('winning_evidence')).toBeVisible()
  await desk.getByRole('button', { name: 'Send to the bank' }).click()
  const dialog = desk.getByRole('alertdialog')
  await expect(dialog.getByText('Nothing can be added or taken back')).toBeVisible()
  await dialog.getByLabel('Reason').fill('The buyer has used the course')
  await dialog.getByRole('button', { name: 'Send it' }).click()
  await expect(desk.getByRole('heading', { name: 'Evidence as it was sent' })).toBeVisible()
  await expect(desk.getByRole('button', { name: 'Send to the bank' })).toHaveCount(0)

  await expect(async () => {
    await page.goto('/learning/access')
    await expect(page.getByText('It is open without an end.')).toBeVisible({ timeout: 2000 })
  }).toPass({ timeout: 30_000 })
})
