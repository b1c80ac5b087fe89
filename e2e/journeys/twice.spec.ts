import { randomUUID } from 'node:crypto'
import { publishableCourse } from '../support/drafts'
import { waitForMail } from '../support/mailbox'
import { buy, cards, fillCard, goToPayment } from '../support/pay'
import { join } from '../support/people'
import { expect, type Page, test } from '../support/test'

const course = 'Designing LLM Systems'
const slug = 'designing-llm-systems'

const orders = (page: Page) =>
  page.locator('main:visible').getByRole('link', { name: course, exact: true })

async function openCheckout(page: Page): Promise<string> {
  await page.goto(`/courses/${slug}`)
  await page
    .getByRole('link', { name: /^Buy for/ })
    .first()
    .click()
  await expect(page.getByRole('heading', { name: 'Check and pay' })).toBeVisible()
  return page.url()
}

test('pressing everything twice, in two tabs, and going back after paying: paid once', async ({
  page,
  newcomer,
  context,
}) => {
  test.setTimeout(90_000)
  await join(page, newcomer)
  const checkout = await openCheckout(page)
  const other = await context.newPage()
  await other.goto(checkout)

  await page.getByRole('button', { name: /^Pay / }).dblclick()
  await page.waitForURL(/\/c\/pay\//)
  await goToPayment(other)
  // The second tab goes on with the order of the first.
  expect(other.url()).toBe(page.url())
  await fillCard(page, cards.success)
  await fillCard(other, cards.success)
  await page.getByRole('button', { name: /^Pay / }).dblclick()
  await expect(page.getByRole('heading', { name: 'Thank you. You are enrolled.' })).toBeVisible()
  await other.getByRole('button', { name: /^Pay / }).click()
  await expect(other.getByRole('heading', { name: 'Thank you. You are enrolled.' })).toBeVisible()

  await page.goBack()
  await expect(page.getByRole('heading', { name: 'This order is already paid' })).toBeVisible()
  await page.goBack()
  await expect(page).toHaveURL(checkout)
  await expect(page.getByText('You have access to this already.')).toBeVisible()
  await expect(page.getByRole('button', { name: /^Pay / })).toHaveCount(0)
  await page.goto('/account/orders')
  await expect(orders(page)).toHaveCount(1)
  await orders(page).click()
  await expect(page.getByText('Paid', { exact: true }).first()).toBeVisible()
})

test('a checkout that was left open does not sell again what was bought meanwhile', async ({
  page,
  newcomer,
  context,
}) => {
  await join(page, newcomer)
  const stale = await context.newPage()
  await openCheckout(stale)
  await buy(page, slug)
  await stale.getByRole('button', { name: /^Pay / }).click()
  await expect(stale.getByText('You have access to this already.').first()).toBeVisible()
  await page.goto('/account/orders')
  await expect(orders(page)).toHaveCount(1)
})

test('enrolling twice is enrolling once', async ({ page, newcomer, context }) => {
  await join(page, newcomer)
  await page.goto('/courses/what-is-an-ai-architect')
  await page.getByRole('link', { name: /Enrol/ }).first().click()
  const enrol = page.getByRole('button', { name: 'Enrol for free' })
  await expect(enrol).toBeVisible()
  const other = await context.newPage()
  await other.goto(page.url())
  await enrol.dblclick()
  await page.waitForURL(/\/learning/)
  await other.getByRole('button', { name: 'Enrol for free' }).click()
  await other.waitForURL(/\/learning/)
  await page.goto('/learning')
  await expect(page.locator('main:visible').getByRole('heading', { level: 3 })).toHaveCount(1)
})

test('refunding twice pays back once', async ({ page, newcomer, staff }) => {
  test.setTimeout(90_000)
  await join(page, newcomer)
  await buy(page, slug)
  const desk = await staff('finance', `/admin/orders?search=${encodeURIComponent(newcomer.email)}`)
  await desk
    .getByRole('main')
    .getByRole('link', { name: /^Order |^\d/ })
    .first()
    .click()
  const refund = desk.getByRole('button', { name: 'Refund', exact: true })
  await expect(refund).toBeVisible()
  const second = await desk.context().newPage()
  await second.goto(desk.url())
  for (const tab of [desk, second]) {
    await tab.getByRole('button', { name: 'Refund', exact: true }).click()
    const dialog = tab.getByRole('alertdialog')
    await dialog.getByLabel('Reason').fill('Asked for it twice')
    await expect(dialog.getByText(`Access to “${course}” ends`)).toBeVisible()
  }
  await desk
    .getByRole('alertdialog')
    .getByRole('button', { name: /^Refund \$/ })
    .dblclick()
  await expect(desk.getByText(/is on its way back/)).toBeVisible()
  await second
    .getByRole('alertdialog')
    .getByRole('button', { name: /^Refund \$/ })
    .click()
  await expect(second.getByRole('alertdialog').getByRole('alert')).toBeVisible()
  await waitForMail(newcomer.email, 'Refund of order')
  await page.goto('/account/orders')
  await orders(page).click()
  await expect(page.getByText('Refunded in full.')).toBeVisible()
  await expect(page.getByText('Refund started', { exact: true })).toHaveCount(1)
})

test('publishing twice publishes once', async ({ staff }) => {
  const desk = await staff('editor', '/admin')
  const offeringId = await publishableCourse(desk, `Lagoons ${randomUUID().slice(0, 8)}`)
  const path = `/admin/offerings/${offeringId}`
  await desk.goto(path)
  const second = await desk.context().newPage()
  await second.goto(path)
  for (const tab of [desk, second]) {
    await tab.getByRole('button', { name: 'Publish', exact: true }).click()
  }
  const confirm = (tab: Page) =>
    tab.getByRole('alertdialog').getByRole('button', { name: 'Publish' })
  await confirm(desk).dblclick()
  await expect(desk.getByText('The offering is public.')).toBeVisible()
  await confirm(second).click()
  await expect(second.getByText('The offering is public.')).toBeVisible()
  await expect(second.getByRole('button', { name: 'Retire' })).toBeVisible()
})
