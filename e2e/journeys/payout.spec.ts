import { readFile } from 'node:fs/promises'
import { expectCleanAsItIs } from '../support/axe'
import { atStripe } from '../support/local-stripe'
import { goToPayment } from '../support/pay'
import { textOfPdf } from '../support/pdf'
import { join, signInAs } from '../support/people'
import { expect, type Page, test } from '../support/test'

/** Of the demo's provider. */
const course = 'ai-architecture-foundations'

/**
 * Somebody buys the course of whom Stripe tells only now that they paid weeks ago: their refund promise has run out.
 * In pounds, which no other journey pays with: what those give back is not taken from the same balance.
 */
async function sellWeeksAgo(page: Page): Promise<void> {
  await page.goto(`/courses/${course}`)
  await page.getByRole('link', { name: /^£/ }).first().click()
  await goToPayment(page)
  const session = /cs_test_\w+/.exec(page.url())?.[0] ?? ''
  await atStripe('completeSession', { session, daysAgo: 20 })
  await page.goto('/account/orders')
  await expect(async () => {
    await page.reload()
    await expect(page.getByText('Paid', { exact: true }).first()).toBeVisible({ timeout: 1000 })
  }).toPass()
}

/** Presses a button that downloads a file, and reads it. */
async function download(page: Page, name: string): Promise<Buffer> {
  const file = page.waitForEvent('download')
  await page.getByRole('link', { name }).click()
  return await readFile(await (await file).path())
}

test('a provider sets its account up at Stripe, finance pays it, and its statement adds up', async ({
  page,
  newcomer,
  staff,
  browser,
  isMobile,
}) => {
  test.setTimeout(90_000)
  const buyer = await (await browser.newContext({ locale: 'en-US' })).newPage()
  await join(buyer, newcomer)
  await sellWeeksAgo(buyer)
  await buyer.context().close()

  await signInAs(page, 'provider', '/admin/earnings/account')
  await expect(page.getByText('No account yet')).toBeVisible()
  await page.getByRole('button', { name: 'Set up at Stripe' }).click()
  await expect(page.getByRole('heading', { name: /^Get paid by/ })).toBeVisible()
  await page.getByLabel('Legal name').fill('Archway Academy Ltd')
  await page.getByRole('button', { name: 'Save for later' }).click()
  await expect(page.getByText('Not finished')).toBeVisible()
  await expect(page.getByText('Bank account', { exact: true })).toBeVisible()

  await page.getByRole('button', { name: 'Go on at Stripe' }).click()
  await page.getByLabel('Street').fill('1 Engine Row')
  await page.getByLabel('Tax number').fill('123456789')
  await page.getByLabel('Bank account').fill('DE89 3704 0044 0532 0130 00')
  await page.getByLabel('I accept').check()
  await page.getByRole('button', { name: 'Finish' }).click()
  await expect(page.getByText('Payouts go to this account')).toBeVisible()
  await expect(page.getByText('Stripe has it')).toBeVisible()
  await expectCleanAsItIs(page, isMobile)

  const desk = await staff('finance', '/admin/payouts/plan')
  await expect(desk.getByRole('row', { name: /Archway Academy, GBP.*Is paid/ })).toBeVisible()
  await desk.getByRole('button', { name: 'Pay now' }).click()
  const dialog = desk.getByRole('alertdialog')
  const effect = await dialog.getByText(/^Archway Academy gets/).textContent()
  const amount = (effect ?? '').replace(/^.*gets /, '')
  await dialog.getByRole('button', { name: 'Pay', exact: true }).click()
  await expect(desk.getByText('One payout is on its way.')).toBeVisible()

  await expect(async () => {
    await page.goto('/admin/payouts')
    await expect(page.getByRole('row', { name: /^Payout \d+ .*(Sent|Paid)/ })).toBeVisible({
      timeout: 1000,
    })
  }).toPass()
  await page
    .getByRole('link', { name: /^(Payout )?\d+$/ })
    .first()
    .click()
  await expect(page.getByRole('heading', { name: /^Payout \d+$/ })).toBeVisible()
  await expect(page.getByText(amount).first()).toBeVisible()
  await expectCleanAsItIs(page, isMobile)

  const csv = (await download(page, 'Statement as CSV')).toString('utf8')
  const rows = csv.trim().split(/\r?\n/).slice(1)
  const shares = rows.map((row) => Math.round(Number(row.split(',').at(-2)) * 100))
  const total = shares.pop()
  expect(shares.reduce((sum, share) => sum + share, 0)).toBe(total)
  expect(amount.replace(/[^\d]/g, '')).toBe(String(total))
  const pdf = await textOfPdf(await download(page, 'Statement as PDF'))
  expect(pdf).toContain('Archway Academy')
  expect(pdf).toContain(amount.replace(/[^\d.,]/g, ''))
})
