import { gzipSync } from 'node:zlib'

export type PageWeight = {
  name: string
  /** Scripts that the page's HTML names, compressed, bytes; without those for browsers of the past. */
  scriptBytes: number
  scripts: number
  /** Scripts that browsers with modules leave alone, compressed, bytes. */
  polyfillBytes: number
  /** The HTML itself, compressed, bytes. */
  htmlBytes: number
}

/** Addresses of the scripts of a page, each once; those marked `nomodule` apart. Pure. */
export function scriptsOf(html: string): { modern: string[]; polyfills: string[] } {
  const modern = new Set<string>()
  const polyfills = new Set<string>()
  for (const [tag] of html.matchAll(/<script\b[^>]*>/gi)) {
    const address = /\bsrc="([^"]+)"/i.exec(tag)?.[1]?.replaceAll('&amp;', '&')
    if (address === undefined) continue
    if (/\bnomodule\b/i.test(tag)) polyfills.add(address)
    else modern.add(address)
  }
  return { modern: [...modern], polyfills: [...polyfills] }
}

async function read(url: URL): Promise<Buffer> {
  const response = await fetch(url)
  if (!response.ok) throw new Error(`${url.pathname} answered ${response.status}`)
  return Buffer.from(await response.arrayBuffer())
}

async function compressedSize(page: URL, addresses: readonly string[]): Promise<number> {
  let bytes = 0
  for (const address of addresses) bytes += gzipSync(await read(new URL(address, page))).length
  return bytes
}

/** What a page makes a browser load before anybody does anything, by its HTML. */
export async function weighPage(name: string, url: string): Promise<PageWeight> {
  const page = new URL(url)
  const html = await read(page)
  const { modern, polyfills } = scriptsOf(html.toString('utf8'))
  return {
    name,
    scriptBytes: await compressedSize(page, modern),
    scripts: modern.length,
    polyfillBytes: await compressedSize(page, polyfills),
    htmlBytes: gzipSync(html).length,
  }
}
