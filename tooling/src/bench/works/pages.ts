import { startEmptyApp } from '../site/empty-app'
import { type CopiedAnswer, copyAnswer, startPlainSite } from '../site/plain-site'
import { httpSide } from './sides'
import { oncePerSite, type Work, type WorkContext } from './work'

/** Public pages that are the same for everybody. */
export const PUBLIC_PAGES = {
  home: '/',
  catalogue: '/catalogue',
  course: '/courses/ai-architecture-foundations',
  guide: '/guides/ai-architect',
} as const

/** A page as it comes from the cache: asked for twice, the first time makes it. */
async function cachedAnswer(
  { site }: WorkContext,
  path: string,
  encoding: string | null,
): Promise<CopiedAnswer> {
  await copyAnswer(site.url, path, encoding)
  return await copyAnswer(site.url, path, encoding)
}

const emptyApp = oncePerSite(async ({ onEnd }) => {
  const app = await startEmptyApp()
  onEnd(app.stop)
  return app
})

function cachedPage(name: keyof typeof PUBLIC_PAGES, encoding: string | null = null): Work {
  const path = PUBLIC_PAGES[name]
  const headers: Record<string, string> = encoding === null ? {} : { 'accept-encoding': encoding }
  return {
    name: `page: ${name}${encoding === null ? '' : `, ${encoding}`}`,
    scope: 'largest',
    goal: 0.35,
    async prepare(context) {
      const plain = await startPlainSite([await cachedAnswer(context, path, encoding)])
      context.onEnd(plain.stop)
      const next = () => ({ path, headers })
      return {
        subject: httpSide('cached page', context.site.url, next),
        limit: httpSide('node:http, same bytes', plain.url, next),
      }
    },
  }
}

const besideEmptyApp: Work = {
  name: 'page: home beside hello world',
  scope: 'largest',
  goal: 0.9,
  async prepare(context) {
    await cachedAnswer(context, PUBLIC_PAGES.home, null)
    const app = await emptyApp(context)
    const next = () => ({ path: '/' })
    return {
      subject: httpSide('home, cached', context.site.url, next),
      limit: httpSide('static page, same Next.js', app.url, next),
    }
  },
}

export const pageWorks: readonly Work[] = [
  cachedPage('home'),
  cachedPage('home', 'gzip'),
  besideEmptyApp,
  cachedPage('catalogue'),
  cachedPage('course'),
  cachedPage('guide'),
]
