import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

type Entry = { id: string; text: string }
/** A question as a candidate is sent it; ids are of the sitting alone. */
export type Asked =
  | { kind: 'single' | 'multiple' | 'order'; stemHtml: string; options: Entry[] }
  | { kind: 'match'; stemHtml: string; prompts: Entry[]; options: Entry[] }
  | { kind: 'numeric' | 'text'; stemHtml: string }
  | { kind: 'hotspot'; stemHtml: string; areas: { id: string; label: string }[] }
  | { kind: 'case'; stemHtml: string; parts: (Asked & { id: string })[] }

type Written = {
  kind: Asked['kind']
  content: {
    stem: string
    options?: Entry[]
    prompts?: Entry[]
    areas?: { id: string; label: string }[]
    parts?: { id: string; kind: Asked['kind']; content: Written['content'] }[]
  }
  key: {
    correct?: string | string[]
    sequence?: string[]
    pairs?: Record<string, string>
    value?: number
    accepted?: string[]
    parts?: Record<string, Written['key']>
  }
}

/** Letters and digits alone: the same for a text with marks and for what a page shows of it. */
const plain = (text: string): string => text.replaceAll(/<[^>]+>|&\w+;|[^\p{L}\p{N}]/gu, '')

/** Everything that is asked in the demo's bank, parts of cases included, as somebody learns it by heart. */
function readBank(certification: string): Written[] {
  const folder = join(import.meta.dirname, '../../packages/db/seed/items', certification)
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .flatMap((name): Written[] => JSON.parse(readFileSync(join(folder, name), 'utf8')).items)
    .flatMap((item) => [
      item,
      ...(item.content.parts ?? []).map((part) => ({
        ...part,
        key: item.key.parts?.[part.id] ?? {},
      })),
    ])
}

const textsOf = (entries: readonly Entry[] | undefined) =>
  (entries ?? [])
    .map(({ text }) => plain(text))
    .sort()
    .join('|')

function isSame(asked: Asked, { kind, content }: Written): boolean {
  if (asked.kind !== kind) return false
  if ('options' in asked) return textsOf(asked.options) === textsOf(content.options)
  return plain(asked.stemHtml) === plain(content.stem)
}

/** What somebody answers who has learnt the bank of a certification; null for what they do not recognise. */
export function studied(certification: string): (asked: Asked) => object | null {
  const bank = readBank(certification)
  return (asked) => learntAnswer(asked, bank)
}

function learntAnswer(asked: Asked, bank: readonly Written[]): object | null {
  if (asked.kind === 'case') {
    const parts = asked.parts.flatMap((part) => {
      const answer = learntAnswer(part, bank)
      return answer ? [[part.id, answer] as const] : []
    })
    return parts.length === 0 ? null : { kind: 'case', parts: Object.fromEntries(parts) }
  }
  const written = bank.find((item) => isSame(asked, item))
  if (!written) return null
  const { content, key } = written
  /** The id in this sitting of what has that id in the bank. */
  const here = (id: string, from: readonly Entry[], own: readonly Entry[] = []) => {
    const text = plain(own.find((entry) => entry.id === id)?.text ?? '')
    return from.find((entry) => plain(entry.text) === text)?.id ?? ''
  }
  switch (asked.kind) {
    case 'single':
      return { kind: 'single', selected: here(String(key.correct), asked.options, content.options) }
    case 'multiple': {
      const correct = Array.isArray(key.correct) ? key.correct : []
      return {
        kind: 'multiple',
        selected: correct.map((id) => here(id, asked.options, content.options)),
      }
    }
    case 'order':
      return {
        kind: 'order',
        sequence: (key.sequence ?? []).map((id) => here(id, asked.options, content.options)),
      }
    case 'match':
      return {
        kind: 'match',
        pairs: Object.fromEntries(
          Object.entries(key.pairs ?? {}).map(([prompt, option]) => [
            here(prompt, asked.prompts, content.prompts),
            here(option, asked.options, content.options),
          ]),
        ),
      }
    case 'numeric':
      return { kind: 'numeric', value: key.value }
    case 'text':
      return { kind: 'text', text: key.accepted?.[0] }
    case 'hotspot': {
      const label = content.areas?.find(({ id }) => id === key.correct)?.label
      const area = asked.areas.find((candidate) => candidate.label === label)
      return area ? { kind: 'hotspot', selected: area.id } : null
    }
  }
}
