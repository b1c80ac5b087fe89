import { waitForMail } from '../support/mailbox'
import { buy } from '../support/pay'
import { join } from '../support/people'
import { expect, test } from '../support/test'

const course = 'Designing LLM Systems'
const slug = 'designing-llm-systems'

test('a refund by staff takes the access away and says so everywhere', async ({
  page,
  newcomer,
  staff,
}) => {
  test.setTimeout(120_000)
  await join(page, newcomer)
  await buy(page, slug)
  const lesson = `/learn/${slug}/chunking`
  await page.goto(lesson)
  await expect(page.getByRole('button', { name: /^Mark as done/ })).toBeVisible()

  const desk = await staff('finance', `/admin/orders?search=${encodeURIComponent(newcomer.email)}`)
  await desk
    .getByRole('main')
    .getByRole('link', { name: /^Order |^\d/ })
    .first()
    .click()
  await expect(desk.getByText(/^Full refund until .+ as long as you have done less/)).toBeVisible()
  await desk.getByRole('button', { name: 'Refund', exact: true }).click()
  const dialog = desk.getByRole('alertdialog')
  await expect(dialog.getByText(`Access to “${course}” ends`)).toBeVisible()
  await dialog.getByLabel('Reason').fill('Asked for it on the second day')
  await dialog.getByRole('button', { name: /^Refund \$/ }).click()
  await expect(desk.getByText(/is on its way back/)).toBeVisible()
  await expect(desk.getByRole('main').getByText('Refunded', { exact: true }).first()).toBeVisible()

  const mail = await waitForMail(newcomer.email, 'Refund of order')
  expect(mail.text).toContain(course)
  await page.goto(lesson)
  await expect(page.getByText('This lesson is closed to you')).toBeVisible()
  await expect(page.getByText('The payment was refunded.')).toBeVisible()
  await expect(page.getByRole('button', { name: /^Mark as done/ })).toHaveCount(0)
  await page.getByRole('link', { name: 'See all reasons on the course home' }).click()
  await expect(page.getByRole('heading', { name: 'Why do I have no access?' })).toBeVisible()
  await page.goto('/learning')
  await expect(page.getByText('No access', { exact: true })).toBeVisible()
  await page.goto('/account/orders')
  await expect(page.getByRole('main').getByText('Refunded', { exact: true })).toBeVisible()
  await page.getByRole('main').getByRole('link', { name: course }).click()
  await expect(page.getByText('Refunded in full.')).toBeVisible()
})

test('a buyer takes back what the promise owes, without asking anybody', async ({
  page,
  newcomer,
}) => {
  await join(page, newcomer)
  await buy(page, slug)
  await page.goto('/account/orders')
  await page.getByRole('main').getByRole('link', { name: course }).click()
  await page.getByRole('link', { name: 'Get a refund' }).click()
  await expect(page.getByRole('heading', { name: 'Get a refund' })).toBeVisible()
  await expect(page.locator('dd:visible', { hasText: 'Visa ending in 4242' })).toBeVisible()
  await expect(page.getByText('What closes at once')).toBeVisible()
  // Twice, as impatient people press: it is one refund.
  await page.getByRole('button', { name: 'Refund $79' }).dblclick()
  await expect(page.getByText('Your refund was asked for.')).toBeVisible()
  await expect(page.getByText('Refunded in full.')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Get a refund' })).toHaveCount(0)
  const mail = await waitForMail(newcomer.email, 'Refund of order')
  expect(mail.text).toContain('$79')
  await page.goBack()
  await page.reload()
  await expect(page.getByRole('heading', { name: 'No refund is owed' })).toBeVisible()
  await page.goto(`/learn/${slug}/chunking`)
  await expect(page.getByText('This lesson is closed to you')).toBeVisible()
})

test('support sees an order and cannot give its money back', async ({ page, newcomer, staff }) => {
  await join(page, newcomer)
  await buy(page, slug)
  const desk = await staff('support', `/admin/orders?search=${encodeURIComponent(newcomer.email)}`)
  await desk
    .getByRole('main')
    .getByRole('link', { name: /^Order |^\d/ })
    .first()
    .click()
  await expect(desk.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(desk.getByText(newcomer.email).first()).toBeVisible()
  await expect(desk.getByRole('button', { name: 'Refund', exact: true })).toHaveCount(0)
})
