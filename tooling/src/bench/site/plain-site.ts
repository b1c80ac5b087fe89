import { mkdirSync, writeFileSync } from 'node:fs'
import { get } from 'node:http'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findFreePorts } from '../../machine/ports'
import { acceptsConnections, startService, waitForService } from '../../stack/service'
import { BENCH_DIR } from '../bench-dir'

const SERVER = fileURLToPath(new URL('./plain-server.mjs', import.meta.url))
/** Set anew by the HTTP server, or not to be repeated by it. */
const OWN_HEADERS = new Set(['connection', 'date', 'keep-alive', 'transfer-encoding'])

export type CopiedAnswer = { path: string; headers: Record<string, string>; body: Buffer }

/** What a site answers to a GET, byte for byte as it comes over the line. Throws unless it is a success. */
export async function copyAnswer(
  url: string,
  path: string,
  encoding: string | null,
): Promise<CopiedAnswer> {
  return await new Promise((resolve, reject) => {
    get(
      new URL(path, url),
      { headers: encoding === null ? {} : { 'accept-encoding': encoding } },
      (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.once('error', reject)
        response.once('end', () => {
          if (response.statusCode !== 200) {
            reject(new Error(`${path} answered ${response.statusCode}`))
            return
          }
          const body = Buffer.concat(chunks)
          const headers = Object.fromEntries(
            Object.entries(response.headers).flatMap(([name, value]) =>
              OWN_HEADERS.has(name) || typeof value !== 'string' ? [] : [[name, value]],
            ),
          )
          resolve({ path, headers: { ...headers, 'content-length': String(body.length) }, body })
        })
      },
    ).once('error', reject)
  })
}

/** Starts a process that sends the same bytes and does nothing else. Call `stop` when done. */
export async function startPlainSite(
  answers: readonly CopiedAnswer[],
): Promise<{ url: string; stop: () => Promise<void> }> {
  const folder = join(BENCH_DIR, 'answers')
  mkdirSync(folder, { recursive: true })
  const list = answers.map(({ path, headers, body }, index) => {
    const bodyPath = join(folder, `${index}.body`)
    writeFileSync(bodyPath, body)
    return { path, headers, bodyPath }
  })
  const listPath = join(folder, 'answers.json')
  writeFileSync(listPath, JSON.stringify(list))
  const [port] = await findFreePorts(1)
  if (port === undefined) throw new Error('No free port.')
  const service = startService({
    name: 'plain',
    args: [SERVER, String(port), listPath],
    cwd: folder,
    env: process.env,
    logPath: join(BENCH_DIR, 'logs', 'plain.log'),
  })
  await waitForService(service, () => acceptsConnections(port))
  return { url: `http://127.0.0.1:${port}`, stop: service.stop }
}
