import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { findFreePorts } from '../../machine/ports'
import { ROOT } from '../../paths'
import { acceptsConnections, startService, waitForService } from '../../stack/service'
import { NEXT_BIN, WEB_DIR } from '../../stack/web-build'
import { runCommand } from '../../test/run-command'
import { BENCH_DIR } from '../bench-dir'

const FOLDER = join(BENCH_DIR, 'empty')
const STAMP = join(FOLDER, '.stamp')

const FILES: Readonly<Record<string, string>> = {
  'package.json': '{ "private": true, "type": "module" }\n',
  'next.config.mjs': `export default {
  cacheComponents: true,
  partialPrefetching: true,
  poweredByHeader: false,
  turbopack: { root: ${JSON.stringify(ROOT)} },
}
`,
  'app/layout.jsx': `export const metadata = { title: 'Empty' }
export default function Layout({ children }) {
  return <html lang="en"><body>{children}</body></html>
}
`,
  'app/page.jsx': `export default function Page() {
  return <main><h1>Hello</h1></main>
}
`,
}

const require = createRequire(join(WEB_DIR, 'package.json'))

/** Where a package that the site uses lies. */
const packageFolder = (name: string) =>
  realpathSync(dirname(require.resolve(`${name}/package.json`)))

/** Builds an app with one static page on the very Next.js that the site uses, unless it is there. */
async function buildEmptyApp(): Promise<void> {
  const stamp = createHash('sha256')
    .update(JSON.stringify(FILES))
    .update(packageFolder('next'))
    .update(readFileSync(join(packageFolder('next'), 'package.json')))
    .digest('hex')
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === stamp) return
  rmSync(FOLDER, { recursive: true, force: true })
  for (const [name, text] of Object.entries(FILES)) {
    mkdirSync(dirname(join(FOLDER, name)), { recursive: true })
    writeFileSync(join(FOLDER, name), text)
  }
  mkdirSync(join(FOLDER, 'node_modules'))
  for (const name of ['next', 'react', 'react-dom']) {
    symlinkSync(packageFolder(name), join(FOLDER, 'node_modules', name), 'junction')
  }
  const { code, output } = await runCommand([process.execPath, NEXT_BIN, 'build'], {
    cwd: FOLDER,
    env: { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  })
  if (code !== 0) throw new Error(`The empty app could not be built:\n${output}`)
  writeFileSync(STAMP, stamp)
}

/** Serves an empty app of the same Next.js: what a page costs before anything is on it. */
export async function startEmptyApp(): Promise<{ url: string; stop: () => Promise<void> }> {
  await buildEmptyApp()
  const [port] = await findFreePorts(1)
  if (port === undefined) throw new Error('No free port.')
  const service = startService({
    name: 'empty',
    args: [NEXT_BIN, 'start', '--hostname=127.0.0.1', `--port=${port}`],
    cwd: FOLDER,
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    logPath: join(BENCH_DIR, 'logs', 'empty.log'),
  })
  await waitForService(service, () => acceptsConnections(port))
  return { url: `http://127.0.0.1:${port}`, stop: service.stop }
}
