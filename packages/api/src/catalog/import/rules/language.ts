/** Words that say the language of a course outright, as list titles do. */
const markers: readonly [RegExp, string][] = [
  [/日本語/, 'ja'],
  [/\bem portugu[eê]s/i, 'pt'],
  [/\ben espa[nñ]ol/i, 'es'],
  [/\b(en |- )fran[cç]ais/i, 'fr'],
  [/\bauf deutsch/i, 'de'],
  [/\bin italiano/i, 'it'],
  [/\(DE\)/, 'de'],
  [/\(ES\)/, 'es'],
  [/\(FR\)/, 'fr'],
  [/\(PT\)/, 'pt'],
]

const scripts: readonly [RegExp, string][] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, 'ja'],
  [/\p{Script=Hangul}/u, 'ko'],
  [/\p{Script=Han}/u, 'zh'],
  [/\p{Script=Arabic}/u, 'ar'],
  [/\p{Script=Cyrillic}/u, 'ru'],
  [/\p{Script=Greek}/u, 'el'],
  [/\p{Script=Hebrew}/u, 'he'],
  [/\p{Script=Thai}/u, 'th'],
  [/\p{Script=Devanagari}/u, 'hi'],
]

/** Frequent short words of each language that the others do not have, or not often. */
const functionWords: Record<string, readonly string[]> = {
  en: [
    'the',
    'of',
    'and',
    'with',
    'for',
    'you',
    'your',
    'this',
    'will',
    'how',
    'from',
    'using',
    'introduction',
    'into',
    'to',
    'is',
    'are',
  ],
  es: [
    'el',
    'los',
    'las',
    'del',
    'y',
    'para',
    'con',
    'una',
    'por',
    'este',
    'curso',
    'datos',
    'introducción',
    'cómo',
    'gestión',
    'diseño',
    'fundamentos',
    'al',
  ],
  pt: [
    'os',
    'das',
    'dos',
    'e',
    'para',
    'com',
    'uma',
    'não',
    'você',
    'este',
    'dados',
    'introdução',
    'gestão',
    'à',
    'ao',
    'em',
    'na',
    'finanças',
    'mundo',
  ],
  fr: [
    'le',
    'les',
    'des',
    'et',
    'du',
    'pour',
    'avec',
    'une',
    'dans',
    'vous',
    'sur',
    'cours',
    'données',
    'qui',
    'aux',
    'est',
  ],
  de: [
    'der',
    'die',
    'das',
    'und',
    'für',
    'mit',
    'ein',
    'eine',
    'von',
    'zu',
    'im',
    'sie',
    'kurs',
    'daten',
    'ist',
  ],
  it: [
    'il',
    'gli',
    'della',
    'dei',
    'per',
    'con',
    'una',
    'di',
    'che',
    'corso',
    'dati',
    'introduzione',
    'nel',
  ],
}

/** Words of English titles; half a point, because titles in other languages borrow them. */
const englishTitleWords = [
  'administrator',
  'analytics',
  'design',
  'development',
  'engineering',
  'foundations',
  'fundamentals',
  'learning',
  'management',
  'manufacturing',
  'professional',
  'science',
  'security',
  'software',
  'technology',
]

function scoreOf(words: readonly string[], language: string): number {
  const whole = words.filter((word) => functionWords[language]?.includes(word)).length
  const half = words.filter((word) => englishTitleWords.includes(word)).length
  return language === 'en' ? whole + half / 2 : whole
}

/**
 * The language of a course by its title and description: what the title says about itself, else its
 * script, else the frequent words in it; only when the title decides nothing, those of the description;
 * else English. An honest guess about a list that does not say: the rule is small enough
 * to be known, and a column `language` overrides it.
 */
export function guessLanguage(title: string, description: string): string {
  const marker = markers.find(([pattern]) => pattern.test(title))
  if (marker) return marker[1]
  const script = scripts.find(([pattern]) => pattern.test(title))
  if (script) return script[1]
  return winner(title, 0.5) ?? winner(description, 5) ?? 'en'
}

/** The language with the most frequent words in the text, if it has enough of them and more than the others. */
function winner(text: string, atLeast: number): string | null {
  const words =
    text
      .toLowerCase()
      .slice(0, 2000)
      .match(/\p{L}+/gu) ?? []
  const scores = Object.keys(functionWords)
    .map((language) => ({ language, score: scoreOf(words, language) }))
    .sort((a, b) => b.score - a.score)
  const [first, second] = scores
  if (!first || first.score < atLeast) return null
  return first.score > (second?.score ?? 0) ? first.language : null
}
