import { randomInt, randomUUID } from 'node:crypto'
import { test as base, expect, type Locator, type Page } from '@playwright/test'
import { type Newcomer, type StaffRole, signInAs } from './people'

type Fixtures = {
  newcomer: Newcomer
  /** A browser of their own in which one of the demo staff has signed in and opened `path`. */
  staff: (role: StaffRole, path: string) => Promise<Page>
}

/**
 * Playwright's test with a network address of its own per test, as a proxy would report it: the site
 * counts attempts per address, and every test comes from the same machine.
 */
export const test = base.extend<Fixtures>({
  extraHTTPHeaders: async ({ baseURL: _ }, use) => {
    const address = `198.51.${randomInt(1, 255)}.${randomInt(1, 255)}`
    await use({ 'x-forwarded-for': address })
  },
  newcomer: async ({ baseURL: _ }, use) => {
    await use({
      name: 'Nora Newcomer',
      email: `nora-${randomUUID().slice(0, 8)}@example.test`,
      password: 'a long enough password',
    })
  },
  staff: async ({ browser }, use) => {
    const pages: Page[] = []
    await use(async (role, path) => {
      const page = await (await browser.newContext()).newPage()
      pages.push(page)
      await signInAs(page, role, path)
      return page
    })
    await Promise.all(pages.map((page) => page.context().close()))
  },
})

export type { Locator, Page }
export { expect }
