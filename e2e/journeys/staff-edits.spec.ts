import { randomUUID } from 'node:crypto'
import { expect, type Locator, type Page, test } from '../support/test'

/** Chooses from a field that searches as one types. */
async function lookUp(page: Page, field: Locator, name: string): Promise<void> {
  await field.click()
  const search = page.getByRole('dialog', { name: 'Search' })
  await search.getByRole('combobox').fill(name)
  await search.getByRole('option', { name, exact: true }).click()
}

const part = (page: Page, title: string) => page.getByRole('region', { name: title, exact: true })

const isSaved = (page: Page) =>
  expect(page.getByRole('status').filter({ hasText: 'Everything is saved.' })).toBeVisible()

async function save(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await isSaved(page)
}

/** A new course of somebody else's, filled in and published: nobody but the test looks at it. */
async function publishCourse(desk: Page, title: string): Promise<void> {
  await desk.getByLabel('Title').fill(title)
  await desk.getByLabel('Whose').selectOption('External')
  await lookUp(desk, desk.getByRole('combobox', { name: 'Provider' }), 'fast.ai')
  await desk.getByRole('button', { name: 'Create the draft' }).click()
  await desk.waitForURL(/\/admin\/offerings\/[0-9a-f-]{36}$/)
  await part(desk, 'Basics').getByLabel('Summary').fill('A course that a test has made up.')
  const editor = part(desk, 'Description').getByRole('textbox', { name: 'Description' })
  await editor.click()
  await editor.pressSequentially('The first edition.')
  await lookUp(desk, part(desk, 'Basics').getByRole('button', { name: 'Languages' }), 'English')
  await desk.keyboard.press('Escape')
  const links = part(desk, 'Outside links')
  await links.getByLabel('Where it is offered').fill('https://www.example.org/course')
  await links.getByLabel('Where we know it from').fill('https://www.example.org/list')
  const prices = part(desk, 'Prices')
  await prices.getByRole('button', { name: 'Add a price' }).click()
  await prices.getByLabel('Currency').fill('USD')
  await prices.getByLabel('Amount').fill('30')
  await save(desk)
  await desk.getByRole('button', { name: 'Publish', exact: true }).click()
  await desk.getByRole('alertdialog').getByRole('button', { name: 'Publish' }).click()
  await expect(desk.getByText('The offering is public.')).toBeVisible()
}

test('staff makes a course public, edits text and price, and readers see it at once', async ({
  page,
  staff,
}) => {
  test.setTimeout(120_000)
  const title = `Tides and Tables ${randomUUID().slice(0, 8)}`
  const desk = await staff('editor', '/admin/offerings/new')
  await publishCourse(desk, title)
  const address = await desk.getByRole('link', { name: 'View the page' }).getAttribute('href')

  // Two readers' visits: the page is cached whole from the first one on.
  for (let visit = 0; visit < 2; visit += 1) {
    await page.goto(String(address))
    await expect(page.getByRole('main').getByText('The first edition.')).toBeVisible()
    await expect(page.getByRole('main').getByText('$30').first()).toBeVisible()
  }

  const description = part(desk, 'Description')
  const editor = description.getByRole('textbox', { name: 'Description' })
  await editor.click()
  await desk.keyboard.press('ControlOrMeta+A')
  await editor.pressSequentially('A slip')
  await desk.getByRole('button', { name: 'Undo the changes' }).click()
  await expect(editor).toHaveText('The first edition.')
  await editor.click()
  await desk.keyboard.press('ControlOrMeta+A')
  await editor.pressSequentially('The second edition, ')
  await description.getByRole('button', { name: 'Bold' }).click()
  await editor.pressSequentially('thoroughly revised')
  await part(desk, 'Prices').getByLabel('Amount').fill('35.50')
  await save(desk)
  // Saving again right away goes on from what was just saved.
  await part(desk, 'Basics').getByLabel('Summary').fill('A course that a test has changed.')
  await save(desk)

  await page.goto(String(address))
  await expect(page.getByRole('main').getByText('The second edition, ')).toBeVisible()
  await expect(page.getByRole('main').locator('strong')).toHaveText('thoroughly revised')
  await expect(page.getByRole('main').getByText('$35.50').first()).toBeVisible()
  await expect(page.getByText('The first edition.')).toHaveCount(0)
  await page.goto(`/catalogue?q=${encodeURIComponent(title)}`)
  await expect(page.getByRole('main').getByRole('link', { name: title, exact: true })).toBeVisible()
})

test('of two people with the same form open the second overwrites nothing', async ({ staff }) => {
  test.setTimeout(120_000)
  const first = await staff('editor', '/admin/offerings/new')
  await publishCourse(first, `Currents and Columns ${randomUUID().slice(0, 8)}`)
  const second = await staff('admin', new URL(first.url()).pathname)

  await part(first, 'Basics').getByLabel('Summary').fill('What the first one wrote.')
  await save(first)
  await part(second, 'Basics').getByLabel('Summary').fill('What the second one wrote.')
  await second.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(second.getByText('Somebody else has saved this in the meantime')).toBeVisible()
  await expect(part(second, 'Basics').getByLabel('Summary')).toHaveValue(
    'What the second one wrote.',
  )

  const newest = second.context().waitForEvent('page')
  await second.getByRole('button', { name: 'Open the newest version' }).click()
  await expect(part(await newest, 'Basics').getByLabel('Summary')).toHaveValue(
    'What the first one wrote.',
  )
})

test('of two people who write the same lesson the second overwrites nothing', async ({ staff }) => {
  test.setTimeout(120_000)
  const first = await staff('editor', '/admin/offerings/new')
  await first.getByLabel('Title').fill(`Dunes and Data ${randomUUID().slice(0, 8)}`)
  await lookUp(first, first.getByRole('combobox', { name: 'Provider' }), 'fast.ai')
  await first.getByRole('button', { name: 'Create the draft' }).click()
  await first.waitForURL(/\/admin\/offerings\/[0-9a-f-]{36}$/)
  await first.goto(`${first.url()}/content`)
  await first.getByRole('button', { name: 'Begin the first draft' }).click()
  await first.getByRole('button', { name: 'Add a module' }).click()
  const dialog = first.getByRole('dialog')
  await dialog.getByLabel('Title').fill('Sand')
  await dialog.getByRole('button', { name: 'Add' }).click()
  for (const title of ['Grains', 'Ripples']) {
    await first.getByRole('button', { name: 'Add a lesson' }).click()
    await dialog.getByLabel('Title').fill(title)
    await dialog.getByRole('button', { name: 'Add' }).click()
    // The second outline goes on top of the first one.
    await first.getByRole('button', { name: 'Save the outline' }).click()
    await isSaved(first)
  }
  await first.getByRole('link', { name: 'Grains' }).click()
  const textOf = (page: Page) => page.getByRole('textbox', { name: 'What learners read' })
  await expect(textOf(first)).toBeVisible()
  const second = await staff('admin', new URL(first.url()).pathname)
  const write = async (page: Page, text: string) => {
    await textOf(page).click()
    await page.keyboard.press('ControlOrMeta+A')
    await textOf(page).pressSequentially(text)
    await page.getByRole('button', { name: 'Save the lesson' }).click()
  }

  await first.getByLabel('Minutes').fill('12')
  await write(first, 'What the first one wrote.')
  await isSaved(first)
  await write(first, 'What the first one wrote next.')
  await isSaved(first)

  await write(second, 'What the second one wrote.')
  await expect(second.getByText('Somebody else has saved this in the meantime')).toBeVisible()
  await expect(textOf(second)).toHaveText('What the second one wrote.')
  const newest = second.context().waitForEvent('page')
  await second.getByRole('button', { name: 'Open the newest version' }).click()
  await expect(textOf(await newest)).toHaveText('What the first one wrote next.')
})
