import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { certificate, startRemoteSite } from '../../testing/remote-site'
import { didWebUrl } from '../rules/did-web'
import { isPublicAddress } from './public-address'
import { createRemoteReader } from './remote-reader'

let site: Awaited<ReturnType<typeof startRemoteSite>>
let asked: string[] = []
beforeAll(async () => {
  site = await startRemoteSite((request, response) => {
    asked.push(request.url ?? '')
    if (request.url === '/moved') {
      return response.writeHead(301, { location: `${site.origin}/good` }).end()
    }
    if (request.url === '/failing') return response.writeHead(500).end('{}')
    if (request.url === '/hanging') return response.write('{')
    if (request.url === '/endless') {
      const more = () => response.write('x'.repeat(65_536), more)
      return more()
    }
    if (request.url === '/packed') {
      return response.setHeader('content-encoding', 'gzip').end(gzipSync('0'.repeat(9_000_000)))
    }
    if (request.url === '/headers') {
      return response.setHeader('x-long', 'x'.repeat(40_000)).end('{}')
    }
    return response.end('{"good":true}')
  })
})
afterAll(() => site.close())

const here = { address: '127.0.0.1', family: 4 }
const trusting = { lookup: async () => [here], isAllowed: () => true, ca: certificate }
const reader = createRemoteReader({ ...trusting, patienceMs: 800 })
const textAt = async (path: string) => (await reader(site.origin + path))?.toString() ?? null

test('a document of another site is read over TLS whose certificate is good', async () => {
  expect(await textAt('/good')).toBe('{"good":true}')
  const strict = createRemoteReader({ ...trusting, ca: undefined })
  expect(await strict(`${site.origin}/good`)).toBeNull()
})

test('76 foreign VC: what moves on, fails, hangs, never ends or is packed is given up', async () => {
  for (const path of ['/moved', '/failing', '/hanging', '/endless', '/packed', '/headers']) {
    expect(await textAt(path)).toBeNull()
  }
})

test('76 foreign VC: SSRF, no name that leads inside is ever connected to', async () => {
  asked = []
  const inside = [
    '127.0.0.1',
    '10.1.2.3',
    '172.31.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '::1',
    '::',
    '::ffff:127.0.0.1',
    '::ffff:8.8.8.8',
    '::127.0.0.1',
    '64:ff9b::7f00:1',
    'fd00::1',
    'fe80::1',
    'fec0::1',
    'ff02::1',
    '2002:7f00:1::',
    '2001:db8::1',
  ]
  for (const address of inside) {
    expect(isPublicAddress(address)).toBe(false)
    const family = address.includes(':') ? 6 : 4
    const lookup = async () => [{ address, family }]
    expect(await createRemoteReader({ lookup, ca: certificate })(`${site.origin}/good`)).toBeNull()
  }
  const mixed = async () => [{ address: '93.184.215.14', family: 4 }, here]
  const careful = createRemoteReader({ lookup: mixed, ca: certificate })
  expect(await careful(`${site.origin}/good`)).toBeNull()
  expect(asked).toEqual([])
  for (const address of ['93.184.215.14', '8.8.8.8', '2606:4700::1111']) {
    expect(isPublicAddress(address)).toBe(true)
  }
})

test('76 foreign VC: a name is looked up once, so that it cannot change before it is asked', async () => {
  const answers = [[here], [{ address: '203.0.113.9', family: 4 }]]
  const lookup = async () => answers.shift() ?? []
  const once = createRemoteReader({ ...trusting, lookup })
  expect(await once(`${site.origin}/good`)).not.toBeNull()
  expect(answers).toHaveLength(1)
  const slow = createRemoteReader({ lookup: () => new Promise(() => {}), patienceMs: 50 })
  expect(await slow('https://university.example/')).toBeNull()
})

test('76 foreign VC: numbers, plain http, logins and names without a dot are not asked about', async () => {
  const seen: string[] = []
  const lookup = async (host: string) => {
    seen.push(host)
    return [here]
  }
  const curious = createRemoteReader({ ...trusting, lookup })
  for (const url of [
    'http://university.example/',
    'ftp://university.example/',
    'file:///etc/passwd',
    'https://127.0.0.1/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://[::1]/',
    'https://[::ffff:7f00:1]/',
    'https://localhost/',
    'https://me:secret@university.example/',
    'nothing',
  ]) {
    expect(await curious(url)).toBeNull()
  }
  expect(seen).toEqual([])
})

test('a did:web leads to its document, and to nothing else', () => {
  expect(didWebUrl('did:web:w3c-ccg.github.io')).toBe(
    'https://w3c-ccg.github.io/.well-known/did.json',
  )
  expect(didWebUrl('did:web:example.com%3A3000:user:alice')).toBe(
    'https://example.com:3000/user/alice/did.json',
  )
  for (const did of [
    'did:key:z6Mk',
    'did:web:',
    'did:web:a.b/c',
    'did:web:a.b:..:x',
    'did:web:a.b%2Fc',
    'did:web:a.b?x',
    'did:web:u@a.b',
    'did:web:a.b#x',
  ]) {
    expect(didWebUrl(did)).toBeNull()
  }
})
