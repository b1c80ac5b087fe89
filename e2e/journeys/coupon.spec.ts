import { randomUUID } from 'node:crypto'
import { waitForMail } from '../support/mailbox'
import { cards, goToPayment, payWith } from '../support/pay'
import { join } from '../support/people'
import { expect, test } from '../support/test'

test('codes: a refused one says why, one is taken off everywhere, one leaves nothing to pay', async ({
  page,
  newcomer,
  staff,
}) => {
  test.setTimeout(120_000)
  await join(page, newcomer)
  await page.goto('/courses/ai-architecture-foundations')
  await page.getByRole('link', { name: 'Buy for $49' }).first().click()
  const code = page.getByLabel('Code', { exact: true })
  await code.fill('no-such-code')
  await page.getByRole('button', { name: 'Use it' }).click()
  await expect(page.getByText('There is no code NO-SUCH-CODE.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Pay $49' })).toBeVisible()
  await code.fill('welcome10')
  await page.getByRole('button', { name: 'Use it' }).click()
  await expect(page.getByRole('list', { name: 'Codes in use' })).toContainText('WELCOME10')
  await expect(page.getByRole('button', { name: 'Pay $44.10' })).toBeVisible()
  await goToPayment(page)
  await expect(page.getByText('$44.10').first()).toBeVisible()
  await payWith(page, cards.success)
  await expect(page.getByRole('heading', { name: 'Thank you. You are enrolled.' })).toBeVisible()
  const receipt = await waitForMail(newcomer.email, 'Receipt of order')
  expect(receipt.text).toContain('Discount WELCOME10')
  expect(receipt.text).toContain('$44.10')

  const mine = `GIFT-${randomUUID().slice(0, 8)}`.toUpperCase()
  const desk = await staff('finance', '/admin/coupons/new')
  await desk.getByLabel('Name').fill(`For ${newcomer.email}`)
  await desk.getByLabel('Code', { exact: true }).fill(mine)
  await desk.getByLabel('Percent').fill('100')
  await desk.getByRole('button', { name: 'Create coupon' }).click()
  await expect(desk.getByRole('heading', { name: `For ${newcomer.email}` })).toBeVisible()
  await expect(desk.getByText('Nobody has used it yet.')).toBeVisible()

  await page.goto('/courses/designing-llm-systems')
  await page
    .getByRole('link', { name: /^Buy for/ })
    .first()
    .click()
  await code.fill('welcome10')
  await page.getByRole('button', { name: 'Use it' }).click()
  await expect(page.getByText('You have used WELCOME10 already.')).toBeVisible()
  await code.fill(mine)
  await page.getByRole('button', { name: 'Use it' }).click()
  await page.getByRole('button', { name: 'Complete the order' }).click()
  await expect(page.getByRole('heading', { name: 'Thank you. You are enrolled.' })).toBeVisible()
  await page.getByRole('link', { name: 'See the order' }).click()
  await expect(page.getByText(`Discount ${mine}`)).toBeVisible()

  await desk.reload()
  await expect(desk.getByRole('link', { name: /^Order \d/ })).toBeVisible()
  await desk.getByRole('button', { name: 'End it' }).click()
  const dialog = desk.getByRole('alertdialog')
  await dialog.getByLabel('Reason').fill('It was for one person')
  await dialog.getByRole('button', { name: 'End coupon' }).click()
  await expect(desk.getByText('Ended', { exact: true })).toBeVisible()
})
