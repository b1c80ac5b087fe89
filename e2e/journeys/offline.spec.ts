import { signUp } from '../support/people'
import { expect, test } from '../support/test'

const course = 'what-is-an-ai-architect'

test('what is done without a connection is saved when there is one', async ({
  page,
  context,
  newcomer,
}) => {
  test.setTimeout(120_000)
  await page.goto('/sign-up')
  await signUp(page, newcomer)
  await page.goto(`/courses/${course}`)
  await page.getByRole('link', { name: /Enrol/ }).first().click()
  await page.getByRole('button', { name: 'Enrol for free' }).click()
  await page.waitForURL(/\/learning/)
  await page.goto(`/learn/${course}/what-the-job-is`)
  const main = page.locator('main:visible')
  await expect(page.getByText('Saved', { exact: true })).toBeAttached()

  await context.setOffline(true)
  await main.getByRole('button', { name: /^Mark as done/ }).click()
  await expect(main.getByText(/saved as soon as there is a connection/)).toBeVisible()
  await expect(page.getByText(/Waiting for connection: 1 change/).first()).toBeVisible()

  await context.setOffline(false)
  await expect(main.getByText('You have done this lesson.')).toBeVisible({ timeout: 20_000 })
  await page.goto(`/learn/${course}`)
  await expect(main.getByText('1 of 7 lessons done')).toBeVisible()
})
