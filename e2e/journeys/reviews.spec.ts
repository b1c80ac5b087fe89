import { enrolFree } from '../support/pay'
import { join } from '../support/people'
import { expect, test } from '../support/test'

const coursePath = '/courses/what-is-an-ai-architect'

test('staff hides a review with a reason that its author reads, and shows it again', async ({
  page,
  newcomer,
  staff,
}) => {
  await join(page, newcomer)
  await enrolFree(page, 'what-is-an-ai-architect')
  await page.goto(`${coursePath}/review`)
  await page.locator('label').filter({ hasText: '4 stars' }).click()
  const headline = `Worth an evening, says ${newcomer.email}`
  await page.getByLabel('In one line').fill(headline)
  await page.getByLabel('Your review').fill('Short, and honest about what the job is not.')
  await page.getByRole('button', { name: 'Publish the review' }).click()
  const review = page.getByRole('article').filter({ hasText: headline })
  await expect(review).toBeVisible()

  const desk = await staff('support', `/admin/reviews?search=${encodeURIComponent(headline)}`)
  const decide = async (action: 'Hide' | 'Show again', reason: string) => {
    await desk.getByRole('button', { name: `${action} ${headline}` }).click()
    const dialog = desk.getByRole('alertdialog')
    await dialog.getByLabel('Reason').fill(reason)
    await dialog.getByRole('button', { name: action, exact: true }).click()
    await expect(dialog).toBeHidden()
    // On a phone the receipt lies over the list.
    await desk.getByRole('button', { name: 'Close' }).click()
  }
  await decide('Hide', 'It names a private person')
  await page.goto(coursePath)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(review).toHaveCount(0)
  await page.goto(`${coursePath}/review`)
  await expect(page.getByText('Reason: It names a private person')).toBeVisible()

  await decide('Show again', 'The name is gone')
  await page.goto(coursePath)
  await expect(review).toBeVisible()
})
