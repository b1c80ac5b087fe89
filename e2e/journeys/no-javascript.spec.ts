import { beginCourse, doLesson } from '../support/learn'
import { buy, enrolFree } from '../support/pay'
import { join } from '../support/people'
import { expect, type Locator, type Page, test } from '../support/test'

test.use({ javaScriptEnabled: false })

const results = (page: Page) => page.getByRole('region', { name: 'Results' })
const titles = (page: Page) => results(page).getByRole('heading', { level: 2 }).allTextContents()

async function openFilters(page: Page, isMobile: boolean): Promise<Locator> {
  if (isMobile) await page.getByRole('button', { name: /^Filters/ }).click()
  return page.getByRole('complementary', { name: 'Filters' })
}

test('without JavaScript the catalogue is searched, narrowed, put in order and leafed through', async ({
  page,
  isMobile,
}) => {
  await page.goto('/catalogue')
  const first = await titles(page)
  const pages = page.getByRole('navigation', { name: 'Pages' })
  await pages.getByRole('link', { name: 'Next' }).click()
  await expect(page).toHaveURL(/page=2/)
  expect(await titles(page)).not.toEqual(first)

  await page.getByRole('main').getByRole('combobox', { name: 'Search the catalogue' }).fill('cloud')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/catalogue?q=cloud')
  const status = page.getByRole('main').getByRole('status')
  await expect(status).toContainText('for “cloud”')
  const all = Number.parseInt((await status.textContent()) ?? '', 10)

  const filters = await openFilters(page, isMobile)
  await filters.getByRole('checkbox', { name: 'Certification' }).check()
  await filters.getByRole('button', { name: isMobile ? /^Show/ : 'Apply filters' }).click()
  await expect(page).toHaveURL('/catalogue?q=cloud&kind=certification')
  const some = Number.parseInt((await status.textContent()) ?? '', 10)
  expect(some).toBeGreaterThan(1)
  expect(some).toBeLessThan(all)

  await page.getByLabel('Sort by').selectOption('Title, A to Z')
  await page.getByRole('button', { name: 'Sort', exact: true }).click()
  await expect(page).toHaveURL(/sort=title/)
  const sorted = await titles(page)
  expect(sorted).toEqual([...sorted].sort((a, b) => a.localeCompare(b, 'en')))

  await page.getByRole('link', { name: 'Remove filter: Certifications' }).click()
  await expect(status).toContainText(`${all} offerings`)
})

test('without JavaScript one signs in, enrols, reads a lesson, passes a quiz and signs out', async ({
  page,
  newcomer,
}) => {
  const course = 'what-is-an-ai-architect'
  await join(page, newcomer)
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.goto(`/learn/${course}`)
  await expect(page).toHaveURL(/\/sign-in/)
  const form = page.locator('form', { has: page.getByLabel('Password') })
  await form.getByLabel('E-mail address').fill(newcomer.email)
  await form.getByLabel('Password').fill(newcomer.password)
  await form.getByRole('button', { name: 'Sign in' }).click()
  // Not enrolled yet: the course's public page.
  await expect(page).toHaveURL(`/courses/${course}`)
  await enrolFree(page, course)

  await beginCourse(page, course)
  await doLesson(page)
  await page.goto(`/learn/${course}`)
  await expect(page.getByText('1 of 7 lessons done')).toBeVisible()
  await page.getByRole('main').getByRole('link', { name: 'Check: the role' }).first().click()
  await expect(page.getByRole('button', { name: 'Hand in answers' })).toBeVisible()
  await doLesson(page)
  await page.goto(`/learn/${course}`)
  await expect(page.getByText('2 of 7 lessons done')).toBeVisible()

  // The word for a video counts once there was time to watch it, which is tried where time can be set.
  await page.goto(`/learn/${course}/one-request-five-decisions`)
  await page.getByRole('button', { name: 'Mark as watched' }).click()
  await expect(page.getByRole('alert')).toHaveText(/^A video is done when nine tenths of it/)

  await page.goto('/account')
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.goto('/learning')
  await expect(page).toHaveURL(/\/sign-in/)
})

test('without JavaScript what is not there says so', async ({ page, newcomer }) => {
  await join(page, newcomer)
  const missing = ['/account/orders/1', '/learn/nowhere', '/courses/nowhere', '/nowhere']
  for (const path of missing) {
    expect((await page.goto(path))?.status(), path).toBe(404)
    await expect(page.getByRole('heading', { name: 'This page is not here' }), path).toBeVisible()
    await expect(page.getByRole('banner').getByRole('link', { name: 'Archway' })).toBeVisible()
  }
  // Not staff: the dashboard's own layout throws, and the one above it answers.
  expect((await page.goto('/admin/orders'))?.status()).toBe(404)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
})

test('without JavaScript one buys', async ({ page, newcomer }) => {
  await join(page, newcomer)
  await buy(page, 'designing-llm-systems')
  await page.getByRole('link', { name: 'See the order' }).click()
  await expect(page.getByRole('main').getByText('Paid', { exact: true }).first()).toBeVisible()
  await page.goto('/account/orders?page=9999')
  await expect(page).toHaveURL('/account/orders?page=1')
})
