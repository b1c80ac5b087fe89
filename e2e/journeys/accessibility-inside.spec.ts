import { randomUUID } from 'node:crypto'
import { expectClean, expectCleanAsItIs } from '../support/axe'
import { draftCourse } from '../support/drafts'
import { doLesson } from '../support/learn'
import { buy, enrolFree } from '../support/pay'
import { join, signInAs } from '../support/people'
import { expect, test } from '../support/test'

const main = 'main:visible'

test('axe finds nothing in the player: text, video, file, quiz and its result', async ({
  page,
  newcomer,
  isMobile,
}) => {
  test.setTimeout(120_000)
  const course = '/learn/what-is-an-ai-architect'
  await join(page, newcomer)
  await enrolFree(page, 'what-is-an-ai-architect')
  for (const lesson of ['what-the-job-is', 'one-request-five-decisions', 'skills-worksheet']) {
    await expectClean(page, `${course}/${lesson}`, isMobile)
  }
  const quiz = `${course}/check-the-role`
  await expectClean(page, quiz, isMobile)
  // Handed in without answers: each question says so.
  await page.locator(main).getByRole('button', { name: 'Hand in answers' }).click()
  await expect(page.getByText('Choose at least one answer.').first()).toBeVisible()
  await expectCleanAsItIs(page, isMobile)
  await doLesson(page)
  await expectClean(page, quiz, isMobile)
  await expect(page.locator(main).getByText(/^Result of attempt/)).toBeVisible()
  await expectClean(page, course, isMobile)
})

test('axe finds nothing from the checkout to the receipt, and on what staff sees of it', async ({
  page,
  newcomer,
  isMobile,
  staff,
}) => {
  test.setTimeout(180_000)
  await join(page, newcomer)
  await page.goto('/courses/designing-llm-systems')
  const link = page.getByRole('link', { name: /^Buy for/ }).first()
  await expectClean(page, String(await link.getAttribute('href')), isMobile)
  await page.emulateMedia({ colorScheme: 'light' })
  await buy(page, 'designing-llm-systems')
  await expectCleanAsItIs(page, isMobile)
  await page.emulateMedia({ colorScheme: 'light' })
  await page.getByRole('link', { name: 'See the order' }).click()
  await page.waitForURL(/\/account\/orders\//)
  await expect(page.locator(main).getByRole('heading', { level: 1 })).toContainText('Order')
  await expectCleanAsItIs(page, isMobile)
  await expectClean(page, '/learning', isMobile)
  await expectClean(page, '/learning/access', isMobile)

  const desk = await staff('admin', `/admin/orders?search=${encodeURIComponent(newcomer.email)}`)
  const order = desk.locator(main).locator('a[href^="/admin/orders/"]').first()
  const path = String(await order.getAttribute('href'))
  await expectClean(desk, path, isMobile)
  const linkOf = async (start: string) =>
    String(await desk.locator(main).locator(`a[href^="${start}"]`).first().getAttribute('href'))
  const person = await linkOf('/admin/people/')
  const event = await linkOf('/admin/webhooks/')
  await expectClean(desk, event, isMobile)
  await expectClean(desk, person, isMobile)
  await expectClean(desk, await linkOf('/admin/enrolments/'), isMobile)
})

test('axe finds nothing in the editors', async ({ page, isMobile }) => {
  test.setTimeout(180_000)
  await signInAs(page, 'admin', '/admin')
  const offeringId = await draftCourse(page, `Capes ${randomUUID().slice(0, 8)}`)
  const offering = `/admin/offerings/${offeringId}`
  await page.goto('/admin/providers')
  const provider = page.locator('main:visible a[href^="/admin/providers/"]:not([href$="/new"])')
  const paths = [
    '/admin/offerings/new',
    offering,
    `${offering}/content`,
    `${offering}/content/tides`,
    `${offering}/content/dunes`,
    `${offering}/history`,
    String(await provider.first().getAttribute('href')),
    '/admin/guides/ai-architect',
    '/admin/guides/ai-architect/sections/role',
    '/admin/guides/ai-architect/stages',
    '/admin/guides/facts/new',
  ]
  for (const path of paths) {
    await expectClean(page, path, isMobile)
    await expect(page.locator(main).getByRole('heading', { level: 1 })).toBeVisible()
    await expect(page.getByRole('heading', { name: 'This is not here' })).toHaveCount(0)
  }
})

test('axe finds nothing in dialogs, and on forms about access and imports', async ({
  page,
  isMobile,
}) => {
  test.setTimeout(180_000)
  await signInAs(page, 'admin', '/admin/enrolments/grant')
  await expectCleanAsItIs(page, isMobile)
  await expectClean(page, '/admin/enrolments/bulk', isMobile)
  await expectClean(page, '/admin/imports', isMobile)
  await page.locator('input[type=file]').setInputFiles({
    name: 'list.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(
      `Course name,School,Stars\nHeadlands ${randomUUID()},Quay College,4.5\n,,x\n`,
    ),
  })
  await page.getByRole('button', { name: 'Upload and look' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Ready to import' })).toBeVisible()
  await page.emulateMedia({ colorScheme: 'light' })
  await expectCleanAsItIs(page, isMobile)

  await page.emulateMedia({ colorScheme: 'light' })
  await page.goto('/admin')
  await expect(async () => {
    await page.keyboard.press('ControlOrMeta+k')
    await expect(page.getByRole('dialog', { name: 'Go to' })).toBeVisible({ timeout: 2000 })
  }).toPass()
  await expectCleanAsItIs(page, isMobile)
})
