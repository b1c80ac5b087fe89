import { defineConfig, devices } from '@playwright/test'

/** Set by `npm test`, which starts a whole Archway for the tests alone and finds the browser. */
const { E2E_APP_URL, CHROMIUM_PATH } = process.env
if (!E2E_APP_URL) {
  throw new Error('Run the end-to-end tests with: npm test -- e2e')
}

const isRoot = process.getuid?.() === 0

export default defineConfig({
  testDir: './journeys',
  outputDir: './test-results',
  fullyParallel: true,
  // Two cores run the browser, the site, the worker and the database.
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    baseURL: E2E_APP_URL,
    // Where the demo's seller collects no tax: what a page says is then what is paid.
    locale: 'en-US',
    timezoneId: 'Europe/Berlin',
    // Recording traces takes a sixth of the time; `--trace on` records one when it is wanted.
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: CHROMIUM_PATH,
      // Chromium's sandbox does not work for root, as in a container.
      args: isRoot ? ['--no-sandbox'] : [],
    },
  },
  projects: [
    { name: 'desktop', use: { ...devices['Desktop Chrome'] } },
    {
      name: 'phone',
      use: { ...devices['Pixel 7'] },
      // Where a small window or a finger makes a difference; the rest is tried in the other one only.
      testMatch:
        /(accessibility|accounts|dashboard|find-buy-learn|guide|money-health|offline|refund|reviews)\.spec\.ts$/,
    },
  ],
})
