import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { expect, type Page, test } from '../support/test'

/** The filters of a list, which fold away on phones. */
async function openFilters(desk: Page): Promise<void> {
  const fold = desk.locator('summary', { hasText: 'Filters' })
  if (await fold.isVisible()) await fold.click()
}

test('staff finds a course by typing and opens it with Enter', async ({ staff }) => {
  const desk = await staff('editor', '/admin')
  await desk.getByRole('button', { name: /^Search/ }).click()
  await desk.getByRole('combobox', { name: 'Go to' }).fill('designing llm')
  const found = desk.getByRole('option', { name: /^Designing LLM Systems/ })
  await expect(found).toHaveAttribute('aria-selected', 'true')
  await desk.keyboard.press('Enter')
  await desk.waitForURL(/\/admin\/offerings\/[0-9a-f-]{36}$/)
  await expect(desk.getByRole('heading', { name: 'Designing LLM Systems', level: 1 })).toBeVisible()
})

test('a list is searched, filtered, kept as a view, exported, and leads to the person', async ({
  staff,
}) => {
  const desk = await staff('support', '/admin/people')
  await openFilters(desk)
  await desk.getByLabel('Roles').selectOption('Finance')
  await desk.getByRole('button', { name: 'Apply' }).click()
  await desk.waitForURL(/role=finance/)
  const table = desk.getByRole('table', { name: 'People' })
  await expect(table.getByRole('link').filter({ hasText: '@' })).toHaveText([
    'finance@archway.test',
  ])

  const view = `Finance ${randomUUID().slice(0, 8)}`
  await desk.getByRole('button', { name: /^Saved views/ }).click()
  await desk.getByLabel('Name of this view').fill(view)
  await desk.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(desk.getByRole('link', { name: view })).toHaveAttribute('href', /role=finance/)
  await desk.keyboard.press('Escape')

  const [download] = await Promise.all([
    desk.waitForEvent('download'),
    desk.getByRole('link', { name: 'Export CSV' }).click(),
  ])
  const lines = (await readFile(await download.path(), 'utf8')).trim().split(/\r?\n/)
  expect(lines).toHaveLength(2)
  expect(lines[1]).toContain('finance@archway.test')

  await table.getByRole('link', { name: 'finance@archway.test' }).click()
  await expect(desk.getByRole('heading', { name: 'Fiona Finance', level: 1 })).toBeVisible()
})

test('a list without a match says so and offers the way back', async ({ staff }) => {
  const desk = await staff('support', '/admin/orders?search=nothing-has-this-name')
  const empty = desk.getByRole('main')
  await expect(empty.getByText('Nothing matches these filters.')).toBeVisible()
  await empty.getByRole('link', { name: 'Clear filters' }).last().click()
  await desk.waitForURL(/\/admin\/orders$/)
  await expect(empty.getByText('Nothing matches these filters.')).toHaveCount(0)
})

test('an address that cannot be read is refused, not answered with a failure', async ({
  request,
}) => {
  for (const path of ['/courses/%E0%A4%A', '/guides/%zz', '/media/%']) {
    expect((await request.get(path)).status(), path).toBe(400)
  }
})
