import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import anyAscii from 'any-ascii'
import { create, type Font } from 'fontkit'
import { unpackWoff } from './unpack-woff'

export type Weight = 400 | 600

/** The scripts that Inter is packaged for, the most common first. */
const scripts = [
  'latin',
  'latin-ext',
  'cyrillic',
  'cyrillic-ext',
  'greek',
  'greek-ext',
  'vietnamese',
] as const
const weights = [400, 600] as const

/** One file of the font: `name` is what a run of text says it is drawn with. */
export type FontFile = { name: string; weight: Weight; bytes: Buffer; font: Font }

let loaded: Promise<FontFile[]> | null = null

/** The files of the site's own typeface, read once. */
export function loadFonts(): Promise<FontFile[]> {
  loaded ??= readFonts()
  return loaded
}

function readFonts(): Promise<FontFile[]> {
  // Looked up so that the site's bundler leaves it alone: the files are read where they are installed.
  const resolve: NodeJS.RequireResolve = Reflect.get(createRequire(import.meta.url), 'resolve')
  return Promise.all(
    weights.flatMap((weight) =>
      scripts.map(async (script) => {
        const name = `inter-${script}-${weight}-normal`
        const woff = await readFile(resolve(`@fontsource/inter/files/${name}.woff`))
        const bytes = unpackWoff(woff)
        const font = create(bytes)
        if (!('hasGlyphForCodePoint' in font)) throw new Error(`${name} is no single font`)
        return { name, weight, bytes, font }
      }),
    ),
  )
}

/** Text that one font file can draw. */
export type Run = { text: string; font: FontFile }

const isDrawable = (font: FontFile, text: string): boolean =>
  [...text].every((char) => font.font.hasGlyphForCodePoint(char.codePointAt(0) ?? 0))

/**
 * Cuts a text into runs, each with a font file that has all of its characters. What no file has (a
 * script that the typeface lacks) is written in Latin letters, and as a question mark when there is
 * no such spelling: never as an empty box. `isSpelled` says that this happened.
 */
export function runsOf(
  fonts: readonly FontFile[],
  text: string,
  weight: Weight,
): { runs: Run[]; isSpelled: boolean } {
  const candidates = fonts.filter((font) => font.weight === weight)
  const find = (part: string, last: FontFile | undefined) =>
    last && isDrawable(last, part) ? last : candidates.find((font) => isDrawable(font, part))
  const runs: Run[] = []
  let isSpelled = false
  const add = (part: string): boolean => {
    const last = runs.at(-1)
    const font = find(part, last?.font)
    if (!font) return false
    if (last?.font === font) last.text += part
    else runs.push({ text: part, font })
    return true
  }
  for (const { segment } of new Intl.Segmenter('en').segment(printable(text))) {
    if (add(segment)) continue
    isSpelled = true
    for (const letter of anyAscii(segment) || '?') if (!add(letter)) add('?')
  }
  return { runs, isSpelled }
}

/** Composed letters and plain spaces, without characters that are drawn as nothing. */
const printable = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\s/g, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}]/gu, '')
