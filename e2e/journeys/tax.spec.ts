import { readFile } from 'node:fs/promises'
import { cards, goToPayment, payWith } from '../support/pay'
import { textOfPdf } from '../support/pdf'
import { join } from '../support/people'
import { expect, type Page, test } from '../support/test'

/** The demo's seller is in Ireland and collects tax in the Union; its prices in dollars are without tax. */
const checkout = async (page: Page) => {
  await page.goto('/courses/ai-architecture-foundations')
  await page.getByRole('link', { name: 'Buy for $49' }).first().click()
  await page.getByLabel('Country').selectOption('DE')
}

/** The words of the invoice of an order that stands on the page, without spaces. */
async function invoiceOf(page: Page): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: /^Invoice TEST-ARC-INV-\d+ \(PDF\)$/ }).click(),
  ])
  const text = await textOfPdf(await readFile(await download.path()))
  return text.replace(/\s/g, '')
}

test('a consumer in Germany sees the tax before paying and has it on the invoice', async ({
  page,
  newcomer,
}) => {
  await join(page, newcomer)
  await checkout(page)
  await page.getByRole('button', { name: 'Update' }).click()
  await expect(page.getByText('Germany: MwSt 19% applies.')).toBeVisible()
  await expect(page.getByRole('term').filter({ hasText: 'MwSt 19%' })).toBeVisible()
  await expect(page.getByText('$9.31', { exact: true })).toBeVisible()
  await page.getByLabel(/^Open it at once/).check()
  await expect(page.getByRole('button', { name: 'Pay $58.31' })).toBeVisible()
  await goToPayment(page)
  await expect(page.getByText('$58.31').first()).toBeVisible()
  await payWith(page, cards.success)
  await page.getByRole('link', { name: 'See the order' }).click()
  await expect(page.getByText('MwSt 19%').first()).toBeVisible()
  const text = await invoiceOf(page)
  expect(text).toContain('MwSt19%Germany,on$49.00$9.31')
  expect(text).toContain('Total(USD)$58.31')
})

test('a business in Germany owes the tax itself, and its invoice says so', async ({
  page,
  newcomer,
}) => {
  await join(page, newcomer)
  await checkout(page)
  const number = page.getByLabel('Tax number')
  await number.fill('DE123456789')
  await page.getByRole('button', { name: 'Update' }).click()
  await expect(page.getByText(/^This is no tax number of that country/)).toBeVisible()
  await number.fill('DE 136 695 976')
  await page.getByRole('button', { name: 'Update' }).click()
  await expect(page.getByText(/your business owes it in Germany \(reverse charge\)/)).toBeVisible()
  await goToPayment(page)
  await payWith(page, cards.success)
  await page.getByRole('link', { name: 'See the order' }).click()
  const text = await invoiceOf(page)
  expect(text).toContain('TaxnumberDE136695976')
  expect(text).toContain('Total(USD)$49.00')
  expect(text).toContain('Reversecharge:thetaxisowedbythebuyer')
})
