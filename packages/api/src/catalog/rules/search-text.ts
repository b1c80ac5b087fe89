/** One thing that the reader asks for: a word, or words in quotation marks that must stand together. */
export type SearchTerm = { text: string; isPhrase: boolean }

/** What a search text means: every group must be found (any term of it), and no excluded term. */
export type ParsedSearch = {
  groups: SearchTerm[][]
  excluded: SearchTerm[]
  /** the last word was not finished by a space or a quotation mark, so it may be the beginning of one */
  endsInWord: boolean
}

const MAX_TERMS = 16

/**
 * Reads the usual notation of search boxes: words (all are wanted), "a phrase", -excluded and OR between
 * alternatives. Every text has a meaning; stray signs are ignored. Pure.
 */
export function parseSearchText(text: string): ParsedSearch {
  const groups: SearchTerm[][] = []
  const excluded: SearchTerm[] = []
  let joinNext = false
  let endsInWord = false
  for (const match of text.matchAll(/(-?)"([^"]*)"?|(\S+)/g)) {
    const [, minus = '', phrase, word = ''] = match
    const isExcluded = phrase === undefined ? word.startsWith('-') : minus === '-'
    const content = cleanTerm(phrase ?? word)
    if (phrase === undefined && word === 'OR') {
      joinNext = groups.length > 0
      continue
    }
    if (content === '') continue
    const term = { text: content, isPhrase: phrase !== undefined }
    if (isExcluded) {
      excluded.push(term)
      joinNext = false
      continue
    }
    const last = groups.at(-1)
    if (joinNext && last) last.push(term)
    else groups.push([term])
    joinNext = false
    endsInWord = !term.isPhrase && match.index + match[0].length === text.length
    if (groups.length + excluded.length >= MAX_TERMS) break
  }
  return { groups, excluded, endsInWord }
}

/** Letters, digits and the few signs that names of things contain; nothing that a query language reads. */
const cleanTerm = (text: string): string =>
  text
    .replace(/[^\p{L}\p{M}\p{N}+#.\-/ ]+/gu, ' ')
    .replace(/^[\s\-./]+|[\s\-./]+$/g, '')
    .replace(/\s+/g, ' ')
    .slice(0, 80)

/** The single words that are looked up when a search finds too little; phrases are meant as they stand. */
export function wordsOf({ groups }: ParsedSearch): string[] {
  return groups
    .flat()
    .filter((term) => !term.isPhrase && /^[\p{L}\p{M}\p{N}]{4,40}$/u.test(term.text))
    .map((term) => term.text.toLowerCase())
}

/** The word that the reader may still be typing, or null. */
export function openWordOf({ groups, endsInWord }: ParsedSearch): string | null {
  return endsInWord ? (groups.at(-1)?.at(-1)?.text.toLowerCase() ?? null) : null
}

/** Scripts that put no spaces between words, where a search must look inside of what counts as one word. */
export const isUnspaced = (text: string): boolean =>
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(text)
