import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from '../paths'
import { sourceFiles } from './source-files'

const MESSAGES = join(ROOT, 'apps', 'web', 'messages')
const SOURCE_LOCALE = 'en'

/** All sentences of a locale by their path, such as `common.nav.courses`. */
function sentencesOf(locale: string): Map<string, string> {
  const sentences = new Map<string, string>()
  const collect = (value: unknown, path: string) => {
    if (typeof value === 'string') sentences.set(path, value)
    else if (value !== null && typeof value === 'object') {
      for (const [key, inner] of Object.entries(value)) {
        // A dot separates groups: next-intl finds no sentence whose own key has one.
        if (key.includes('.')) throw new Error(`${locale} ${path}: the key ${key} has a dot`)
        collect(inner, `${path}.${key}`)
      }
    } else throw new Error(`${locale} ${path} is neither a sentence nor a group of them`)
  }
  for (const file of readdirSync(join(MESSAGES, locale))) {
    collect(
      JSON.parse(readFileSync(join(MESSAGES, locale, file), 'utf8')),
      file.replace('.json', ''),
    )
  }
  return sentences
}

const source = sentencesOf(SOURCE_LOCALE)
const others = readdirSync(MESSAGES).filter((locale) => locale !== SOURCE_LOCALE)
const placeholders = (text: string) =>
  [...text.matchAll(/\{\s*(\w+)/g)].map((found) => found[1]).sort()

test('every sentence says something', () => {
  expect(source.size).toBeGreaterThan(50)
  expect([...source].filter(([, text]) => text.trim() === '').map(([path]) => path)).toEqual([])
})

test('every other language has the same sentences with the same places for values', () => {
  for (const locale of others) {
    const translated = sentencesOf(locale)
    expect([...translated.keys()].sort(), locale).toEqual([...source.keys()].sort())
    for (const [path, text] of source) {
      const found = new Set(placeholders(translated.get(path) ?? ''))
      expect(found, `${locale} ${path}`).toEqual(new Set(placeholders(text)))
    }
  }
})

// Text between tags is found by the linter (noJsxLiterals); these are the attributes that are read out.
const SPOKEN =
  /\s(aria-label|aria-description|alt|title|placeholder|label|description)="[^"]*\p{L}{2}[^"]*"/gu

test('no sentence is written into an attribute', () => {
  const found = sourceFiles('apps/web/src')
    .filter((path) => path.endsWith('.tsx') && !path.endsWith('.test.tsx'))
    .flatMap((path) =>
      [...readFileSync(join(ROOT, path), 'utf8').matchAll(SPOKEN)].map(
        ([text]) => `${path}:${text}`,
      ),
    )
  expect(found).toEqual([])
})
