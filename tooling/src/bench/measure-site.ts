import { addPeople } from '../people/add-people'
import { signIn } from '../people/sign-in'
import type { Progress } from '../terminal/progress'
import { findBrowser } from '../test/find-browser'
import { compare } from './compare'
import { type BenchOptions, isWanted } from './options'
import type { BenchResult } from './report'
import { startEmptyApp } from './site/empty-app'
import { judgePage } from './site/lighthouse'
import { weighPage } from './site/page-weight'
import type { RunningSite } from './site/running-site'
import { figure } from './table'
import { checkoutBurstWork, checkoutWork, paidCourse } from './works/checkout'
import { CONVERGENCE_NAME, measureConvergence, waitForRest } from './works/convergence'
import { courseWork } from './works/course'
import { learningWorks } from './works/learning'
import { PUBLIC_PAGES, pageWorks } from './works/pages'
import { searchWorks } from './works/search'
import { webhookWork } from './works/webhook'
import type { Work, WorkContext } from './works/work'

const WORKS: readonly Work[] = [
  ...pageWorks,
  courseWork,
  ...searchWorks,
  ...learningWorks,
  checkoutWork,
  checkoutBurstWork,
  webhookWork,
]
const WEIGHT_NAME = 'weight'
const LIGHTHOUSE_NAME = 'lighthouse'

/** Names of everything that can be measured. */
export const WORK_NAMES: readonly string[] = [
  ...WORKS.map(({ name }) => name),
  CONVERGENCE_NAME,
  WEIGHT_NAME,
  LIGHTHOUSE_NAME,
]

type Options = {
  site: RunningSite
  options: BenchOptions
  progress: Progress
  isLargest: boolean
  result: BenchResult
}

/** Measures what was asked for over one data set and adds it to the result; what fails is noted there. */
export async function measureSite({ site, options, progress, isLargest, result }: Options) {
  const { offerings } = site.dataSet
  const endings: (() => Promise<void>)[] = []
  const context: WorkContext = { site, options, onEnd: (stop) => endings.push(stop) }
  const attempt = async (name: string, work: (note: (text: string) => void) => Promise<void>) => {
    if (!isWanted(name, options)) return
    await progress.step(`${name}, ${offerings} offerings`, work).catch((error: unknown) => {
      const reason = error instanceof Error ? error.message : String(error)
      progress.line(`    ${reason}`)
      result.failures.push({ work: name, offerings, reason })
    })
  }
  try {
    for (const work of WORKS) {
      if (work.scope === 'largest' && !isLargest) continue
      await attempt(work.name, (note) => measureWork(work, context, result, note))
    }
    if (!isLargest) return
    await attempt(CONVERGENCE_NAME, async () => {
      result.convergence.push({ ...(await measureConvergence(context)), offerings })
    })
    await attempt(WEIGHT_NAME, () => weighPages(context, result))
    await attempt(LIGHTHOUSE_NAME, () => judgePages(context, result))
  } finally {
    for (const end of endings) await end()
  }
}

async function measureWork(
  work: Work,
  context: WorkContext,
  result: BenchResult,
  note: (text: string) => void,
): Promise<void> {
  const { site, options } = context
  const { subject, limit } = await work.prepare(context)
  const tried = work.atOnce === undefined ? options.clients : [work.atOnce]
  for (const clients of tried) {
    if (clients > (work.mostClients ?? Number.POSITIVE_INFINITY)) continue
    await waitForRest(context)
    const comparison = await compare(subject, limit, clients, {
      ...options,
      mostRequests: work.mostRequests,
      isBurst: work.atOnce !== undefined,
    })
    result.works.push({
      ...comparison,
      work: work.name,
      offerings: site.dataSet.offerings,
      subjectName: subject.name,
      limitName: limit.name,
      goal: work.goal,
    })
    note(`${clients} clients: ${figure(comparison.ratio.median)} of ${limit.name}`)
  }
}

async function weighPages({ site, onEnd }: WorkContext, result: BenchResult): Promise<void> {
  const empty = await startEmptyApp()
  onEnd(empty.stop)
  result.weights.push(await weighPage('empty app', empty.url))
  for (const [name, path] of Object.entries(PUBLIC_PAGES)) {
    result.weights.push(await weighPage(name, site.url + path))
  }
}

async function judgePages(context: WorkContext, result: BenchResult): Promise<void> {
  const { site, options } = context
  const browser = await findBrowser(() => {})
  const [buyer] = await addPeople(context.site.pool, 'lighthouse', 1)
  if (!buyer) throw new Error('Nobody was added.')
  const course = await paidCourse(context)
  const pages: [name: string, path: string, cookie: string | null][] = [
    ...Object.entries(PUBLIC_PAGES).map(([name, path]): [string, string, null] => [
      name,
      path,
      null,
    ]),
    [
      'checkout start',
      `/checkout?item=${course.id}&currency=USD`,
      await signIn(site.url, buyer.email),
    ],
  ]
  for (const [name, path, cookie] of pages) {
    result.lighthouse.push(
      await judgePage({ name, browser, url: site.url + path, cookie, rounds: options.rounds }),
    )
  }
}
