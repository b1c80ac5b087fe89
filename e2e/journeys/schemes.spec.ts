import { expect, test } from '../support/test'

const aws = '/certifications/aws-certified-ai-practitioner'

test('a reader learns when to sit an exam again, compares, and finds each rule’s source', async ({
  page,
}) => {
  await page.goto(aws)
  const rules = page.locator('section', { has: page.locator('#rules') })
  await expect(rules.getByText('14 days after each failure', { exact: true })).toBeVisible()
  await expect(rules.getByRole('link', { name: /AWS Certification FAQ/ }).first()).toHaveAttribute(
    'href',
    'https://aws.amazon.com/certification/faqs/',
  )
  await rules.getByRole('link', { name: /When may I sit it/ }).click()
  await page.waitForURL(/\/calculator$/)
  await page.getByLabel('Failed on').fill('2026-01-05')
  await page.getByLabel('Passed on').fill('2026-02-02')
  await page.getByRole('button', { name: 'Calculate' }).click()
  await page.waitForURL(/passed=2026-02-02/)
  await expect(page.getByText('From February 2, 2028')).toBeVisible()
  await expect(page.getByText('Until February 2, 2029')).toBeVisible()
  await expect(page.getByRole('row', { name: /^Together/ })).toContainText('$300')

  await page.goto(`/certifications/compare?with=${aws.split('/').at(-1)}`)
  await page
    .getByLabel('Certification 2')
    .selectOption('TOGAF Enterprise Architecture Practitioner')
  await page.getByRole('button', { name: 'Compare' }).click()
  const table = page.getByRole('table', { name: 'Certifications beside each other' })
  await expect(table.getByRole('columnheader')).toHaveCount(3)
  await expect(table.getByRole('row', { name: /^Five years/ })).toContainText('at least $595')
})

test('days that have not come and text are refused in the field, without JavaScript too', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ baseURL, javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(`${aws}/calculator?failed=2999-01-01&passed=%3Cscript%3E`)
  await expect(page.getByText('A day that has been, please.')).toHaveCount(2)
  await page.goto('/certifications/compare?with=nothing-of-this-name')
  await expect(page.getByText('Choose two or more')).toBeVisible()
  const missing = await page.goto('/certifications/nothing-of-this-name/calculator')
  expect(missing?.status()).toBe(404)
  await context.close()
})
