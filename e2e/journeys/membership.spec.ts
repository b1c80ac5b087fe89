import { expectCleanAsItIs } from '../support/axe'
import { waitForMail } from '../support/mailbox'
import { cards } from '../support/pay'
import { join } from '../support/people'
import { clockOf } from '../support/stripe-clock'
import { expect, type Page, test } from '../support/test'

const course = 'designing-llm-systems'
const own = '/account/membership'

async function fillStripeCard(page: Page, card: string) {
  await page.getByLabel('Card number').fill(card)
  await page.getByLabel('Expiry').fill('12 / 34')
  await page.getByLabel('Security code').fill('123')
}

/** The page of the membership once it says so: Stripe's news takes a moment. */
async function expectStanding(page: Page, heading: string) {
  await expect(async () => {
    await page.goto(own)
    const visible = page.getByRole('heading', { level: 2, name: heading, exact: true })
    await expect(visible).toBeVisible({ timeout: 2000 })
  }).toPass({ timeout: 20_000 })
}

test('a membership is tried, fails to renew, recovers without a gap, and ends when it was paid for', async ({
  page,
  newcomer,
  isMobile,
}) => {
  test.setTimeout(90_000)
  await page.goto(`/courses/${course}`)
  await page.getByRole('link', { name: /^Or open it with the membership/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: /membership/i })).toBeVisible()
  await page.getByRole('link', { name: /^Try it for 7 days.* a month/ }).click()
  await page.waitForURL(/\/sign-in\?returnTo=%2Fmembership%2Fcheckout/)
  await join(page, newcomer, '/membership/checkout?period=per_month&currency=USD')
  await expectCleanAsItIs(page, isMobile)
  await page.getByRole('button', { name: 'Begin the trial' }).click()
  await page.waitForURL(/\/c\/pay\//)
  await fillStripeCard(page, cards.success)
  await page.getByLabel('Name on the card').fill(newcomer.name)
  await page.getByRole('button', { name: 'Start trial' }).click()
  await page.waitForURL(`**${own}`)
  await expect(page.getByText(/^Everything is open\. Your trial lasts until /)).toBeVisible()
  await expectCleanAsItIs(page, isMobile)

  await page.goto(`/courses/${course}`)
  await page.getByRole('link', { name: 'Start learning' }).first().click()
  await page.getByRole('button', { name: 'Start learning' }).click()
  await page.waitForURL(`**/learn/${course}**`)

  const clock = await clockOf(newcomer.email)
  await clock.declineNext()
  // The trial ends and its first invoice is made, then charged in vain.
  let status = ''
  for (let moment = 0; status !== 'past_due' && moment < 5; moment += 1) {
    status = (await clock.next()).status
  }
  expect(status).toBe('past_due')
  await expectStanding(page, 'Payment missing')
  await expect(page.getByText('A payment has failed')).toBeVisible()
  await expect(page.getByText(/Everything stays open until .+: give us a card/)).toBeVisible()
  const failed = await waitForMail(newcomer.email, 'Your payment failed')
  expect(failed.text).toContain('Nothing is lost')
  await page.goto(`/learn/${course}/chunking`)
  await expect(page.getByRole('button', { name: /^Mark as done/ })).toBeVisible()

  await page.goto(own)
  await page.getByRole('button', { name: 'Update your card' }).click()
  await fillStripeCard(page, cards.success)
  await page.getByRole('button', { name: 'Save the new card' }).click()
  await page.waitForURL(`**${own}`)
  await clock.next()
  await expectStanding(page, 'Running')
  await expect(page.getByRole('link', { name: /^Invoice / })).toHaveCount(1)
  await waitForMail(newcomer.email, 'Your payment has arrived')

  await page.getByRole('button', { name: 'Cancel the membership' }).click()
  await expect(page.getByText(/^Cancelled: everything stays open until /)).toBeVisible()
  await clock.next()
  await expectStanding(page, 'Ended')
  await page.goto(`/learn/${course}/chunking`)
  await expect(page.getByText('This lesson is closed to you')).toBeVisible()
  await expect(page.getByRole('button', { name: /^Mark as done/ })).toHaveCount(0)
})

test('a member sees what the year costs before it is charged', async ({ page, newcomer }) => {
  const path = '/membership/checkout?period=per_month&currency=USD'
  await join(page, newcomer, path)
  await page.getByRole('button', { name: 'Begin the trial' }).click()
  await page.waitForURL(/\/c\/pay\//)
  await fillStripeCard(page, cards.success)
  await page.getByLabel('Name on the card').fill(newcomer.name)
  await page.getByRole('button', { name: 'Start trial' }).click()
  await page.waitForURL(`**${own}`)
  const clock = await clockOf(newcomer.email)
  let status = ''
  for (let moment = 0; status !== 'active' && moment < 5; moment += 1) {
    status = (await clock.next()).status
  }
  await clock.next()
  await expectStanding(page, 'Running')
  await page.getByRole('link', { name: 'Pay by the year' }).click()
  await expect(page.getByText('Credit for what you have not used')).toBeVisible()
  await page.getByRole('button', { name: /^Pay \$.+ and change$/ }).click()
  await page.waitForURL(`**${own}`)
  await expect(page.getByRole('definition').filter({ hasText: '$290 a year' })).toBeVisible()
  await waitForMail(newcomer.email, 'paid by the year from now on')
})
