import { expectCleanAsItIs } from '../support/axe'
import { join } from '../support/people'
import { expect, test } from '../support/test'

test('a certificate of another body is kept, its renewals are counted, and a calendar program reads them', async ({
  page,
  newcomer,
  isMobile,
}) => {
  await join(page, newcomer, '/account/wallet')
  await page.getByRole('link', { name: 'Add a certificate' }).click()
  await page.getByRole('button', { name: 'Add it' }).click()
  await expect(page.getByText('Give a day, such as 2026-05-31.')).toBeVisible()
  await page
    .getByLabel('Certification', { exact: true })
    .selectOption({ label: 'Professional Machine Learning Engineer' })
  const earned = new Date()
  earned.setUTCMonth(earned.getUTCMonth() - 23, 1)
  await page.getByLabel('Earned on').fill(earned.toISOString().slice(0, 10))
  await page.getByRole('button', { name: 'Add it' }).click()
  await expect(
    page.getByText('Professional Machine Learning Engineer: last day of validity'),
  ).toBeVisible()
  await expectCleanAsItIs(page, isMobile)

  await page.getByRole('button', { name: 'Make the address' }).click()
  const address = await page.getByLabel('Address of the calendar').inputValue()
  const calendar = await page.request.get(address)
  expect(calendar.headers()['content-type']).toContain('text/calendar')
  expect(await calendar.text()).toContain('Learning Engineer: last day of validity')
  await page.getByRole('button', { name: 'Make a new address' }).click()
  await expect(page.getByLabel('Address of the calendar')).not.toHaveValue(address)
  expect((await page.request.get(address)).status()).toBe(404)
})
