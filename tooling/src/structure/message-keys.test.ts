import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from '../paths'
import { sourceFiles } from './source-files'

const WEB = join(ROOT, 'apps', 'web')

/** Namespace → its messages, read from the registry that the site itself uses. */
function readCatalogue(): Record<string, unknown> {
  const registry = readFileSync(join(WEB, 'src', 'lib', 'messages.ts'), 'utf8')
  return Object.fromEntries(
    [...registry.matchAll(/import (\w+) from '\.\.\/\.\.\/(messages\/en\/[\w-]+\.json)'/g)].map(
      ([, name, file]) => [name, JSON.parse(readFileSync(join(WEB, file ?? ''), 'utf8'))],
    ),
  )
}

const catalogue = readCatalogue()

/** What stands at a dotted path: a sentence, a group of them, or nothing. */
const at = (path: string): unknown =>
  path.split('.').reduce<unknown>((node, name) => (node as Record<string, unknown>)?.[name], {
    ...catalogue,
  })

const BINDING =
  /(?:const|let) (\w+) = (?:await )?(?:useTranslations|getTranslations)\(\s*(?:'([\w.-]*)')?\s*\)/g
const CALL = /\b(\w+)(?:\.rich|\.markup|\.raw)?\(\s*(?:'([^'\n]+)'|`([^`\n]+)`)/g

type Use = { file: string; namespaces: string[]; key: string; isTemplate: boolean }

/** Every call of a translator with a key that is written out, at least in its beginning. */
function usesIn(file: string): Use[] {
  const text = readFileSync(join(ROOT, file), 'utf8')
  const namespaces = new Map<string, string[]>()
  for (const [, name = '', namespace = ''] of text.matchAll(BINDING)) {
    namespaces.set(name, [...(namespaces.get(name) ?? []), namespace])
  }
  return [...text.matchAll(CALL)].flatMap(([, name = '', literal, template]) => {
    const bound = namespaces.get(name)
    if (!bound) return []
    const key = literal ?? template ?? ''
    return [{ file, namespaces: bound, key, isTemplate: template !== undefined }]
  })
}

/** Whether a key exists; of a template only the part before its first hole can be looked up. */
function exists({ namespaces, key, isTemplate }: Use): boolean {
  return namespaces.some((namespace) => {
    const path = [namespace, key].filter(Boolean).join('.')
    if (!isTemplate || !path.includes('${')) return typeof at(path) === 'string'
    const fixed = path.slice(0, path.indexOf('${'))
    const group = fixed.slice(0, fixed.lastIndexOf('.'))
    return group === '' || (typeof at(group) === 'object' && at(group) !== null)
  })
}

const uses = sourceFiles('apps/web/src')
  .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path))
  .flatMap(usesIn)

test('every key that a component asks for is in the catalogue', () => {
  expect(uses.length).toBeGreaterThan(500)
  expect(uses.filter((use) => !exists(use)).map(({ file, key }) => `${file}: ${key}`)).toEqual([])
})
