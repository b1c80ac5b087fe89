import { randomUUID } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { completeCourse } from '../support/learn'
import { enrolFree } from '../support/pay'
import { join } from '../support/people'
import { expect, type Page, test } from '../support/test'
import { fileIn } from '../support/zip'

test.describe.configure({ mode: 'serial' })

const course = 'what-is-an-ai-architect'
const holder = 'Zoë O’Brien-Katsaros'
/** Of the credential's page; the first journey earns it. */
let path = ''

/** What is on the page now: pages that were left stay in the document, hidden. */
const main = (page: Page) => page.locator('main:visible')

const found = (page: Page) => main(page).getByRole('status', { name: 'What was found' })

/** Hands a text in at the page of checks. */
async function check(page: Page, text: string): Promise<void> {
  await page.goto('/verify')
  await main(page).getByLabel('Or text', { exact: true }).fill(text)
  await main(page).getByRole('button', { name: 'Check it', exact: true }).click()
}

test('a certificate is earned, shared with LinkedIn and by a badge, and checked on a phone', async ({
  page,
  newcomer,
  browser,
}) => {
  test.setTimeout(90_000)
  await join(page, newcomer)
  await enrolFree(page, course)
  await completeCourse(page, course)
  await page.goto('/account/credentials')
  await main(page).getByLabel('Your name', { exact: true }).fill(holder)
  await main(page).getByRole('button', { name: 'Confirm the name and get it' }).click()
  await page.waitForURL(/\/credentials\/[0-9a-f-]{36}$/)
  path = new URL(page.url()).pathname

  const linkedIn = main(page).getByRole('link', { name: 'Add to LinkedIn' })
  const sent = new URL((await linkedIn.getAttribute('href')) ?? '')
  expect(sent.host).toBe('www.linkedin.com')
  expect(sent.searchParams.get('name')).toBe('What Is an AI Architect?')
  expect(sent.searchParams.get('certUrl')).toContain(path)
  const number = sent.searchParams.get('certId') ?? ''
  expect(number).toMatch(/^AW-\d{4}-/)
  const certificate = main(page).getByRole('article', { name: 'Certificate' })
  await expect(certificate.getByText(number, { exact: true })).toBeVisible()

  const context = await browser.newContext({ viewport: { width: 390, height: 844 } })
  const phone = await context.newPage()
  await phone.goto(path)
  await expect(phone.getByRole('heading', { level: 1, name: holder })).toBeVisible()
  await expect(phone.getByText('This credential is valid.')).toBeVisible()
  await expect(phone.getByText('and unchanged since')).toBeVisible()
  const document = await (await phone.request.get(`/api${path}.json`)).text()
  await check(phone, document)
  await expect(found(phone)).toContainText('It is genuine, and its issuer stands by it.')
  await check(phone, document.replace(holder, 'Eve Forger'))
  await expect(found(phone)).toContainText('It is not what its issuer signed.')
  await check(phone, await (await phone.request.get(`/api${path}.jwt`)).text())
  await expect(found(phone)).toContainText('It is genuine, and its issuer stands by it.')

  await page.goto('/account/credentials')
  await expect(main(page).getByText('Its page was opened once', { exact: true })).toBeVisible()
  await main(page).getByText('Badge for your own site', { exact: true }).click()
  const html = await main(page).getByRole('group', { name: 'HTML of the badge' }).textContent()
  await phone.setContent(html ?? '')
  const badge = phone.getByRole('img', { name: /^What Is an AI Architect\?, / })
  await expect.poll(() => badge.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(800)
  await badge.click()
  await expect(phone.getByText('This credential is valid.')).toBeVisible()
  await context.close()
})

test('the bundle proves itself in a browser without a network', async ({ page, browser }) => {
  const archive = await (await page.request.get(`/api${path}.zip`)).body()
  const offline = await browser.newContext({ offline: true })
  const asked: string[] = []
  const open = async (html: string) => {
    const file = test.info().outputPath(`${randomUUID()}.html`)
    await writeFile(file, html)
    const alone = await offline.newPage()
    alone.on('request', (request) => asked.push(request.url()))
    await alone.goto(`file://${file}`)
    return alone
  }
  const html = fileIn(archive, 'verify.html')
  const genuine = await open(html)
  await expect(genuine.getByRole('heading', { level: 1 })).toHaveText('Genuine')
  await expect(genuine.getByText(holder, { exact: true })).toBeVisible()
  expect(html).toContain(holder)
  const forged = await open(html.replaceAll(holder, 'Eve Forger'))
  await expect(forged.getByRole('heading', { level: 1 })).toHaveText('Not genuine')
  await expect(forged.getByText('Eve Forger')).toHaveCount(0)
  expect(asked).toHaveLength(2)
  expect(asked.every((url) => url.startsWith('file:'))).toBe(true)
  await offline.close()
})

test('a revocation is seen by everybody: on the page, by a check, on the list', async ({
  page,
  staff,
}) => {
  const admin = await staff('admin', '/admin/credentials')
  await admin.goto(`/admin${path}`)
  await main(admin).getByRole('button', { name: 'Revoke', exact: true }).click()
  const dialog = admin.getByRole('alertdialog')
  await expect(dialog.getByText('This is for ever.')).toBeVisible()
  await dialog
    .getByLabel('Public note', { exact: true })
    .fill('Decision of the board, 24 November.')
  await dialog.getByLabel('Reason', { exact: true }).fill('Issued by mistake')
  await dialog.getByRole('button', { name: 'Revoke', exact: true }).click()
  await expect(admin.getByText('The credential is revoked.').first()).toBeVisible()

  await page.goto(path)
  await expect(main(page).getByText('This credential was taken back on')).toBeVisible()
  await expect(main(page).getByText('Decision of the board, 24 November.')).toBeVisible()
  await expect(main(page).getByText('Taken back, says the issuer’s list')).toBeVisible()
  await expect(main(page).getByRole('link', { name: 'Add to LinkedIn' })).toHaveCount(0)
  await check(page, await (await page.request.get(`/api${path}.json`)).text())
  await expect(found(page)).toContainText('It is genuine, but it does not count at this moment.')
})

test('an employer checks a list, and sees what was taken back and what is unknown', async ({
  page,
  baseURL,
}) => {
  await page.goto('/verify')
  await main(page).getByRole('link', { name: 'Check a whole list' }).click()
  await expect(
    page.getByRole('heading', { level: 1, name: 'Check a list of credentials' }),
  ).toBeVisible()
  const send = page.getByRole('button', { name: 'Check the list', exact: true })
  const form = page.locator('form:visible', { has: send })
  const csv = ['number,name', `${baseURL}${path},${holder}`, 'AW-2026-0000-0000,"Nobody, Never"']
  await form.getByLabel('File', { exact: true }).setInputFiles({
    name: 'applicants.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(csv.join('\r\n')),
  })
  await send.click()
  await expect(found(page).getByRole('heading')).toContainText('0 of 2')
  const rows = found(page).getByRole('row')
  await expect(rows.nth(1)).toContainText('Revoked')
  await expect(rows.nth(1)).toContainText('Fits')
  await expect(rows.nth(2)).toContainText('Not known here')
})
