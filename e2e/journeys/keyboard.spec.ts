import { randomUUID } from 'node:crypto'
import { draftCourse } from '../support/drafts'
import { enter, lapOf, tabTo, typeInto } from '../support/keyboard'
import { linkIn, waitForMail } from '../support/mailbox'
import { buy, cards } from '../support/pay'
import { join, type Newcomer } from '../support/people'
import { answerOf } from '../support/procedures'
import { expect, type Page, test } from '../support/test'

const course = 'AI Architecture Foundations'
const slug = 'ai-architecture-foundations'

/** What is on the page now: pages that were left stay in the document, hidden. */
const main = (page: Page) => page.locator('main:visible')

async function findCourse(page: Page, isMobile: boolean): Promise<void> {
  await page.goto('/')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused()
  await page.keyboard.press('Enter')
  await typeInto(page, main(page).getByRole('searchbox').first(), 'architecure')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/catalogue\?.*q=/)

  const filters = page.getByRole('complementary', { name: 'Filters' })
  if (isMobile) await enter(page, page.getByRole('button', { name: /^Filters/ }))
  await enter(page, filters.locator('summary').filter({ hasText: 'Provider' }))
  const choice = filters.getByRole('checkbox', { name: 'Archway Academy' })
  await tabTo(page, choice)
  await page.keyboard.press('Space')
  await page.waitForURL(/provider=archway-academy/)
  await expect(choice).toBeChecked()
  await expect(choice).toBeFocused()
  if (isMobile) {
    await page.keyboard.press('Escape')
    await expect(filters).toBeHidden()
    await expect(page.getByRole('button', { name: /^Filters/ })).toBeFocused()
  }
  await enter(page, main(page).getByRole('link', { name: course }))
  await page.waitForURL(`/courses/${slug}`)
}

async function signUpAndConfirm(page: Page, newcomer: Newcomer): Promise<void> {
  await enter(page, main(page).getByRole('link', { name: 'Create an account' }))
  await page.waitForURL(/\/sign-up/)
  const form = page.locator('form:visible', { has: page.getByLabel('Password') })
  await typeInto(page, form.getByLabel('Name', { exact: true }), newcomer.name)
  await typeInto(page, form.getByLabel('E-mail address'), newcomer.email)
  await typeInto(page, form.getByLabel('Password', { exact: true }), newcomer.password)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Look into your mailbox' })).toBeVisible()
  const mail = await waitForMail(newcomer.email, 'Confirm your address')
  await page.goto(linkIn(mail, '/verify-email'))
  await enter(page, page.getByRole('button', { name: 'Confirm and go on' }))
}

async function pay(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { name: 'Check and pay' })).toBeVisible()
  await enter(page, main(page).getByRole('button', { name: /^Pay / }))
  await page.waitForURL(/\/c\/pay\//)
  await typeInto(page, page.getByLabel('Card number'), cards.success)
  await typeInto(page, page.getByLabel('Expiry'), '12 / 34')
  await typeInto(page, page.getByLabel('Security code'), '123')
  await typeInto(page, page.getByLabel('Name on the card'), 'Nora Newcomer')
  await enter(page, page.getByRole('button', { name: /^Pay / }))
  await expect(page.getByRole('heading', { name: 'Thank you. You are enrolled.' })).toBeVisible()
}

/** Chooses the first answer of each question: with an arrow key, or with Space where several may be right. */
async function answerQuiz(page: Page): Promise<void> {
  for (const question of await main(page).locator('form fieldset[aria-labelledby]').all()) {
    const first = question.locator('input').first()
    await tabTo(page, first)
    await page.keyboard.press('Space')
    await expect(first).toBeChecked()
    if ((await first.getAttribute('type')) !== 'radio') continue
    await page.keyboard.press('ArrowDown')
    await expect(question.locator('input').nth(1)).toBeChecked()
  }
  await enter(page, main(page).getByRole('button', { name: 'Hand in answers' }))
}

test('by keyboard alone: find, sign up, confirm, buy, learn a lesson, take a quiz', async ({
  page,
  newcomer,
  isMobile,
}) => {
  test.setTimeout(120_000)
  await findCourse(page, isMobile)
  await enter(page, main(page).getByRole('link', { name: 'Buy for $49' }).first())
  await enter(page, main(page).getByRole('link', { name: 'Sign in', exact: true }))
  await page.waitForURL(/\/sign-in/)
  await signUpAndConfirm(page, newcomer)
  await pay(page)

  await enter(page, main(page).getByRole('link', { name: 'Start learning' }))
  await page.waitForURL(/\/learning/)
  await enter(page, main(page).getByRole('link', { name: course, exact: true }).first())
  await page.waitForURL(`/learn/${slug}`)
  await enter(page, main(page).getByRole('link', { name: 'Start with the first lesson' }))
  await page.waitForURL(/\/learn\/.*\/./)
  const lesson = page.url()
  const heading = main(page).getByRole('heading', { level: 1 })
  const title = String(await heading.textContent())
  await enter(page, main(page).getByRole('button', { name: /^Mark as done/ }))
  await page.waitForURL((url) => url.href !== lesson)
  await expect(heading).not.toHaveText(title)

  // N and P lead through the lessons; the outline leads to the quiz.
  const second = page.url()
  // The page listens to keys once its script has run.
  await expect(async () => {
    await page.keyboard.press('p')
    await expect(page).toHaveURL(lesson, { timeout: 4000 })
  }).toPass()
  await expect(heading).toHaveText(title)
  await expect(async () => {
    await page.keyboard.press('n')
    await expect(page).toHaveURL(second, { timeout: 4000 })
  }).toPass()
  await expect(heading).not.toHaveText(title)
  const outline = page.getByRole('navigation', { name: 'Course outline' })
  if (isMobile) await enter(page, page.getByRole('button', { name: 'Course outline' }))
  await enter(page, outline.getByRole('link', { name: /Quiz/ }).first())
  await expect(main(page).getByRole('button', { name: 'Hand in answers' })).toBeVisible()
  await answerQuiz(page)
  await expect(main(page).getByRole('heading', { name: /Result of attempt 1/ })).toBeFocused()
})

test('the keyboard comes round on pages of every kind', async ({ page }) => {
  test.setTimeout(120_000)
  for (const path of ['/', '/catalogue?q=rag', `/courses/${slug}`]) {
    await page.goto(path)
    expect(await lapOf(page), path).toBeGreaterThan(10)
  }
})

test('by keyboard alone staff opens menus and dialogs and puts an outline in order', async ({
  staff,
}) => {
  test.setTimeout(120_000)
  const desk = await staff('editor', '/admin')
  const offeringId = await draftCourse(desk, `Shores ${randomUUID().slice(0, 8)}`)

  // The palette: opened by its keys, closed by Escape, and a way to every page.
  await desk.keyboard.press('ControlOrMeta+k')
  const palette = desk.getByRole('dialog', { name: 'Go to' })
  await expect(palette.getByRole('combobox')).toBeFocused()
  await desk.keyboard.press('Escape')
  await expect(palette).toBeHidden()
  await enter(desk, desk.getByRole('button', { name: /Search or go to/ }))
  await expect(palette.getByRole('combobox')).toBeFocused()
  await desk.keyboard.type('offer')
  await desk.keyboard.press('ArrowDown')
  await desk.keyboard.press('ArrowUp')
  await desk.keyboard.press('Enter')
  await desk.waitForURL('/admin/offerings')

  const account = desk.getByRole('button', { name: /^Account of/ })
  await enter(desk, account)
  await expect(desk.getByRole('menuitem', { name: 'To the site' })).toBeFocused()
  await desk.keyboard.press('ArrowDown')
  await expect(desk.getByRole('menuitem', { name: 'Account settings' })).toBeFocused()
  await desk.keyboard.press('Escape')
  await expect(account).toBeFocused()

  await desk.goto(`/admin/offerings/${offeringId}/content`)
  const lessons = desk
    .getByRole('main')
    .locator(`a[href^="/admin/offerings/${offeringId}/content/"]`)
  await expect(lessons).toHaveText(['Tides', 'Waves', 'Dunes'])
  await tabTo(desk, desk.getByRole('button', { name: 'Move Waves', exact: true }))
  await desk.keyboard.press('Space')
  await expect(desk.getByText(/^Waves (picked up|is over)/)).toBeAttached()
  await desk.keyboard.press('ArrowUp')
  await expect(desk.getByText(/^Waves is over: Lesson 1 of 2/)).toBeAttached()
  await desk.keyboard.press('Space')
  await expect(lessons).toHaveText(['Waves', 'Tides', 'Dunes'])
  await enter(desk, desk.getByRole('button', { name: 'Move Tides down' }))
  await expect(lessons).toHaveText(['Waves', 'Tides', 'Dunes'])

  // A dialog keeps the keyboard, and gives it back to where it came from.
  const rename = desk.getByRole('button', { name: 'Change Tides' })
  await enter(desk, rename)
  const dialog = desk.getByRole('dialog')
  await expect(dialog.getByLabel('Title')).toBeFocused()
  await desk.keyboard.press('Shift+Tab')
  await desk.keyboard.press('Shift+Tab')
  expect(await dialog.evaluate((element) => element.contains(document.activeElement))).toBe(true)
  await desk.keyboard.press('Escape')
  await expect(rename).toBeFocused()

  await enter(desk, desk.getByRole('button', { name: 'Save the outline' }))
  await expect(desk.getByRole('status').filter({ hasText: 'Everything is saved.' })).toBeVisible()
  await desk.reload()
  await expect(lessons).toHaveText(['Waves', 'Tides', 'Dunes'])
})

test('the keyboard comes round in the dashboard, its editors included', async ({ staff }) => {
  test.setTimeout(120_000)
  const desk = await staff('editor', '/admin')
  const offeringId = await draftCourse(desk, `Coasts ${randomUUID().slice(0, 8)}`)
  const offering = `/admin/offerings/${offeringId}`
  for (const path of ['/admin', '/admin/offerings', offering, `${offering}/content/tides`]) {
    await desk.goto(path)
    expect(await lapOf(desk), path).toBeGreaterThan(10)
  }
})

test('by keyboard alone staff gives money back', async ({ page, newcomer, staff }) => {
  test.setTimeout(90_000)
  await join(page, newcomer)
  await buy(page, slug)
  const desk = await staff('finance', `/admin/orders?search=${encodeURIComponent(newcomer.email)}`)
  await enter(
    desk,
    main(desk)
      .getByRole('link', { name: /^Order |^\d/ })
      .first(),
  )
  await enter(desk, desk.getByRole('button', { name: 'Refund', exact: true }))
  const dialog = desk.getByRole('alertdialog')
  await typeInto(desk, dialog.getByLabel('Reason'), 'Asked for it by phone')
  await enter(desk, dialog.getByRole('button', { name: /^Refund \$/ }))
  await expect(desk.getByText(/is on its way back/)).toBeVisible()
  await expect(main(desk).getByText('Refunded', { exact: true }).first()).toBeVisible()
})

test('by keyboard alone staff imports a list and writes a guide', async ({ staff }) => {
  test.setTimeout(90_000)
  const run = randomUUID().slice(0, 8)
  const desk = await staff('editor', '/admin/imports')
  const file = desk.locator('input[type=file]')
  // Listened for before the way there: the browser is told to hand the dialog over, which takes a moment.
  const chooser = desk.waitForEvent('filechooser')
  await tabTo(desk, file)
  await desk.keyboard.press('Space')
  const list = `id,title,provider,url\n1,Harbour keys ${run},Quay College,https://lists.example/${run}\n`
  await (await chooser).setFiles({
    name: `keys-${run}.csv`,
    mimeType: 'text/csv',
    buffer: Buffer.from(list),
  })
  await enter(desk, desk.getByRole('button', { name: 'Upload and look' }))
  await enter(desk, desk.getByRole('button', { name: 'Start the import' }))
  await enter(desk, desk.getByRole('alertdialog').getByRole('button', { name: 'Start the import' }))
  await expect(desk.getByRole('status').filter({ hasText: 'Done' })).toBeVisible()

  const guide = `keeper-${run}`
  const about = { title: 'Keeper', question: 'What is a keeper?', summary: 'Keeps.' }
  await answerOf(desk, 'careers.create', { slug: guide, ...about })
  await desk.goto(`/admin/guides/${guide}/sections/role`)
  await typeInto(desk, desk.getByLabel('Heading of the section'), 'The work')
  const text = desk.getByRole('textbox', { name: 'Text' })
  await typeInto(desk, text, 'Keeps the light.')
  await enter(desk, desk.getByRole('button', { name: 'Save', exact: true }))
  await expect(desk.getByRole('status').filter({ hasText: 'Everything is saved.' })).toBeVisible()
  await desk.reload()
  await expect(text).toHaveText('Keeps the light.')
})
