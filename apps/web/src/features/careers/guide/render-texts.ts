import { replaceFacts } from '@archway/api/careers/rules/fact-markers'
import type { GuidePage, GuideSection } from '@archway/api/careers/schema/guide'
import { type FactWords, factHtml } from '../fact-html'
import type { NotedFacts } from '../noted-facts'

/** The guide's texts with their figures filled in. */
export type RenderedTexts = {
  sections: GuideSection[]
  questions: GuidePage['questions']
  /** keys of the facts that have a place in running text to go back to */
  anchored: ReadonlySet<string>
}

/**
 * Fills every fact of a guide's texts in, in page order, so that the first use of each can be linked
 * to. The bodies were sanitised when they were saved; what is put in is escaped.
 */
export function renderTexts(guide: GuidePage, facts: NotedFacts, words: FactWords): RenderedTexts {
  const anchored = new Set<string>()
  const fill = (html: string) =>
    replaceFacts(html, (key) => {
      const noted = facts.get(key)
      if (!noted) return ''
      const isFirst = !anchored.has(key)
      anchored.add(key)
      return factHtml(noted, words, isFirst)
    })
  return {
    sections: guide.sections.map((section) => ({ ...section, bodyHtml: fill(section.bodyHtml) })),
    questions: guide.questions.map((one) => ({ ...one, answerHtml: fill(one.answerHtml) })),
    anchored,
  }
}
