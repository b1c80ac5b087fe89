import { randomUUID } from 'node:crypto'
import { expect, type Locator, type Page, test } from '../support/test'

/**
 * A list as it comes from elsewhere: a byte order mark, Windows line ends, odd names of columns, a line
 * break in a cell, a formula, markup, a missing title and a number that is none.
 */
function messyList(run: string): string {
  const rows = [
    ['Nr', 'Course name', 'School', 'What you learn', 'Stars', 'Learners', 'About', 'Link'],
    ['1', `  Reading   Harbour ${run}`, 'Quay College', ' SQL, Data Analysis', '4,6', '"12,345"'],
    ['2', `=SUM(A1) of ${run}`, 'Quay College', 'SQL', '4.1', '20K'],
    ['3', '', 'Quay College', 'SQL', '4.0', '7'],
    ['4', `Too Good ${run}`, 'Quay College', 'SQL', '9.7', '7'],
  ]
  const about = ['"Two\r\nlines, <b>one</b> cell"', 'Plain', 'No title', 'Five stars at most']
  const lines = rows.map((cells, index) => {
    if (index === 0) return cells.join(';')
    return [...cells, about[index - 1], `https://lists.example/${run}/${index}`].join(';')
  })
  return `\uFEFF${lines.join('\r\n')}\r\n`
}

/** What the import's own page says; pages that were left stay in the document, hidden. */
async function expectState(desk: Page, state: string): Promise<void> {
  await expect(desk.getByRole('status').filter({ hasText: state })).toBeVisible({ timeout: 20_000 })
}

/** Uploads the list and waits for the preview. */
async function upload(desk: Page, name: string, content: string): Promise<void> {
  await desk.goto('/admin/imports')
  await desk.locator('input[type=file]').setInputFiles({
    name: `${name}.csv`,
    mimeType: 'text/csv',
    buffer: Buffer.from(content),
  })
  await expect(desk.getByLabel('Name of the list')).toHaveValue(name)
  await desk.getByRole('button', { name: 'Upload and look' }).click()
  await expectState(desk, 'Ready to import')
}

/** The guess lacks three columns; the person names them and looks again. */
async function nameColumns(desk: Page): Promise<Locator> {
  const columns = desk.getByRole('region', { name: 'Columns' })
  await expect(columns.getByLabel('Title')).toHaveValue('Course name')
  await expect(columns.getByText('Say which column holds the provider.')).toBeVisible()
  await columns.getByLabel('Provider').selectOption('School')
  await columns.getByLabel('Id in the list').selectOption('Nr')
  await columns.getByLabel('Skills').selectOption('What you learn')
  await columns.getByRole('button', { name: 'Look again with these columns' }).click()
  return desk.getByRole('region', { name: 'What this import will change' })
}

/** Rows, new, changed, unchanged, rejected. */
async function expectCounts(place: Locator, counts: string[]): Promise<void> {
  await expect(place.getByRole('definition')).toHaveText(counts)
}

async function startImport(desk: Page): Promise<void> {
  await desk.getByRole('button', { name: 'Start the import' }).click()
  const dialog = desk.getByRole('alertdialog')
  await dialog.getByRole('button', { name: 'Start the import' }).click()
  await expectState(desk, 'Done')
}

test('a messy list is looked at, imported in the background, found, and changes nothing twice', async ({
  page,
  staff,
}) => {
  test.setTimeout(120_000)
  const run = randomUUID().slice(0, 8)
  const desk = await staff('editor', '/admin/imports')
  await upload(desk, `list-${run}`, messyList(run))

  const preview = await nameColumns(desk)
  await expectCounts(preview, ['4', '2', '0', '0', '2'])
  const issues = preview.getByRole('table', { name: 'Issues' }).getByRole('row')
  await expect(issues).toHaveText([
    /^Line/,
    /^3Warning.*HTML was taken out/,
    /^6RejectedTitleThis is missing/,
    /^7RejectedRatingA rating lies between 0 and 5\.9\.7$/,
  ])
  await startImport(desk)
  await expectCounts(desk.getByRole('main'), ['4', '2', '0', '0', '2'])

  await page.goto(`/catalogue?q=${encodeURIComponent(`Harbour ${run}`)}`)
  await page
    .getByRole('main')
    .getByRole('link', { name: `Reading Harbour ${run}` })
    .click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Reading Harbour ${run}`)
  await expect(page.getByText('lines, one cell')).toBeVisible()

  await upload(desk, `list-${run}`, messyList(run))
  await expectCounts(await nameColumns(desk), ['4', '0', '0', '2', '2'])
  await startImport(desk)
  await expectCounts(desk.getByRole('main'), ['4', '0', '0', '2', '2'])
})
