import { expect, test } from '../support/test'

test('a guest reads the guide and reaches an offering', async ({ page }) => {
  await page.goto('/')
  await page
    .getByRole('main')
    .getByRole('link', { name: 'What is an AI architect?' })
    .first()
    .click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('AI architect')
  await page
    .getByRole('main')
    .getByRole('link', { name: 'AI Architecture Foundations' })
    .first()
    .click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('AI Architecture Foundations')
})

test('every figure of the guide names its source and its date', async ({ page }) => {
  await page.goto('/guides/ai-architect')
  const notes = page.getByRole('main').locator('a[href^="#source"]')
  expect(await notes.count()).toBeGreaterThan(20)
  for (const href of new Set(
    await notes.evaluateAll((all) => all.map((a) => a.getAttribute('href'))),
  )) {
    await expect(page.locator(`[id="${href?.slice(1)}"]`)).toHaveCount(1)
  }
})

test('public pages are complete without JavaScript', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL, javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto('/catalogue?q=kubernets')
  await expect(page.getByRole('main').getByRole('listitem').first()).toBeVisible()
  await page.goto('/courses/ai-architecture-foundations')
  await expect(page.getByRole('heading', { name: 'What you will be able to do' })).toBeVisible()
  await page
    .getByRole('link', { name: /^Buy for/ })
    .first()
    .click()
  await expect(page.getByRole('heading', { name: 'Pay without an account' })).toBeVisible()
  await context.close()
})

test('what does not exist is not found, with the right status', async ({ page, request }) => {
  for (const path of ['/courses/no-such-course', '/guides/nobody', '/providers/none', '/nowhere']) {
    expect((await request.get(path)).status(), path).toBe(404)
  }
  await page.goto('/courses/no-such-course')
  await expect(page.getByRole('heading', { name: 'This page is not here' })).toBeVisible()
})
