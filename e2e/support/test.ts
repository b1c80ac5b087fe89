import { randomInt, randomUUID } from 'node:crypto'
import { test as base, expect, type Page } from '@playwright/test'

/** A person nobody else in the run has. */
export type Newcomer = { name: string; email: string; password: string }

/**
 * Playwright's test with a network address of its own per test, as a proxy would report it: the site
 * counts attempts per address, and every test comes from the same machine.
 */
export const test = base.extend<{ newcomer: Newcomer }>({
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
})

export type { Page }
export { expect }
