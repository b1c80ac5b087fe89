import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { runCommand } from '../../test/run-command'
import { BENCH_DIR } from '../bench-dir'
import { type Spread, spreadOf } from '../statistics'

const lighthouseProgram = () =>
  join(dirname(fileURLToPath(import.meta.resolve('lighthouse'))), '..', 'cli', 'index.js')

const category = z.object({ score: z.number() })
const metric = z.object({ numericValue: z.number() })
const reportSchema = z.object({
  runtimeError: z.object({ message: z.string() }).optional(),
  categories: z.object({
    performance: category,
    accessibility: category,
    'best-practices': category,
    seo: category,
  }),
  audits: z.looseObject({
    'largest-contentful-paint': metric,
    'total-blocking-time': metric,
    'cumulative-layout-shift': metric,
    'network-requests': z.object({
      details: z.object({
        items: z.array(
          z.looseObject({ resourceType: z.string().optional(), transferSize: z.number() }),
        ),
      }),
    }),
  }),
})

export type LighthouseResult = {
  name: string
  performance: Spread
  accessibility: Spread
  bestPractices: Spread
  seo: Spread
  /** Simulated slow phone, milliseconds. */
  largestPaintMs: Spread
  blockingMs: Spread
  layoutShift: Spread
  /** Scripts that the browser really loaded, as they came over the line, bytes. */
  scriptBytes: Spread
  /** Audits that are not passed, by their ids. */
  failed: string[]
}

const auditSchema = z.looseObject({ score: z.number().nullable(), scoreDisplayMode: z.string() })

/** Audits that can fail and did. */
function failedAudits(report: z.infer<typeof reportSchema>): string[] {
  return Object.entries(report.audits).flatMap(([id, value]) => {
    const audit = auditSchema.safeParse(value)
    if (!audit.success || audit.data.scoreDisplayMode !== 'binary') return []
    return audit.data.score === 0 ? [id] : []
  })
}

async function runOnce(browser: string, url: string, cookie: string | null) {
  const path = join(BENCH_DIR, 'lighthouse.json')
  const { code, output } = await runCommand(
    [
      process.execPath,
      lighthouseProgram(),
      url,
      '--quiet',
      '--output=json',
      `--output-path=${path}`,
      '--chrome-flags=--headless=new --no-sandbox --disable-gpu --disable-dev-shm-usage',
      ...(cookie === null ? [] : [`--extra-headers=${JSON.stringify({ Cookie: cookie })}`]),
    ],
    { env: { CHROME_PATH: browser, NO_COLOR: '1' } },
  )
  if (code !== 0) throw new Error(`Lighthouse failed on ${url}:\n${output}`)
  const report = reportSchema.parse(JSON.parse(readFileSync(path, 'utf8')))
  if (report.runtimeError) throw new Error(`${url}: ${report.runtimeError.message}`)
  return report
}

/** Lighthouse's judgement of a page on its phone profile (slow network, slow processor). */
export async function judgePage(options: {
  name: string
  browser: string
  url: string
  /** Of somebody who is signed in; null for a visitor. */
  cookie: string | null
  rounds: number
}): Promise<LighthouseResult> {
  const reports: z.infer<typeof reportSchema>[] = []
  for (let round = 0; round < options.rounds; round++) {
    reports.push(await runOnce(options.browser, options.url, options.cookie))
  }
  const score = (name: keyof (typeof reports)[number]['categories']) =>
    spreadOf(reports.map((report) => Math.round(report.categories[name].score * 100)))
  const value = (
    name: 'largest-contentful-paint' | 'total-blocking-time' | 'cumulative-layout-shift',
  ) => spreadOf(reports.map((report) => report.audits[name].numericValue))
  return {
    name: options.name,
    performance: score('performance'),
    accessibility: score('accessibility'),
    bestPractices: score('best-practices'),
    seo: score('seo'),
    largestPaintMs: value('largest-contentful-paint'),
    blockingMs: value('total-blocking-time'),
    layoutShift: value('cumulative-layout-shift'),
    scriptBytes: spreadOf(
      reports.map((report) =>
        report.audits['network-requests'].details.items
          .filter(({ resourceType }) => resourceType === 'Script')
          .reduce((sum, { transferSize }) => sum + transferSize, 0),
      ),
    ),
    failed: [...new Set(reports.flatMap(failedAudits))].sort(),
  }
}
