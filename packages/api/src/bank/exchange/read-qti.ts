import { z } from 'zod'
import { findItemProblems } from '../rules/item-problems'
import type { ItemContent } from '../schema/content'
import type { ItemKey } from '../schema/key'
import { writtenVersion } from '../schema/writing'
import { bankItem, type Loss, type ReadItem } from './bank-item'
import { createAccount } from './consumed'
import { localName, toQti2 } from './qti-names'
import { markdownOf } from './qti-text'
import { interactionNames, QtiRefusal, type Reading, readQuestion } from './read-question'
import { NOTE } from './write-qti'
import { parseXml, type XmlElement, XmlRefusal } from './xml'

const noteSchema = writtenVersion.pick({
  objective: true,
  level: true,
  rationale: true,
  references: true,
})

/** What an item gets that its file does not say: a question of another bank has none of ours. */
export type Defaults = Pick<z.infer<typeof noteSchema>, 'objective' | 'level'>

const isInteraction = (element: XmlElement): boolean =>
  (interactionNames as readonly string[]).includes(localName(element))

const elementsOf = (element: XmlElement): XmlElement[] =>
  element.children.flatMap((child) =>
    typeof child === 'string' ? [] : [child, ...elementsOf(child)],
  )

/** Absolute tolerances in the processing of responses; anything else in it is not ours to run. */
function tolerancesOf(processing: XmlElement | undefined): Map<string, number> {
  const found = new Map<string, number>()
  for (const equal of processing ? elementsOf(processing) : []) {
    const { toleranceMode, tolerance } = equal.attributes
    if (localName(equal) !== 'equal' || toleranceMode !== 'absolute' || !tolerance) continue
    const variable = elementsOf(equal).find((child) => localName(child) === 'variable')
    const identifier = variable?.attributes.identifier
    if (identifier) found.set(identifier, Number(tolerance.trim().split(/\s+/)[0]))
  }
  return found
}

/** Whether the processing does what ours does: match the key, add up mappings, allow a tolerance. */
function isPlainProcessing(processing: XmlElement): boolean {
  const template = processing.attributes.template
  if (template) return /\/(match_correct|map_response)(\.xml)?$/.test(template)
  const known =
    /^(responseCondition|responseIf|match|equal|variable|correct|setOutcomeValue|sum|mapResponse|baseValue)$/
  return elementsOf(processing).every((element) => known.test(localName(element)))
}

type Body = { item: ItemContent; key: ItemKey }

/** The body without its interactions, notes for authors and parts, as Markdown. */
function stemOf(body: XmlElement, reading: Reading): string {
  const without = (child: XmlElement | string): (XmlElement | string)[] => {
    if (typeof child === 'string') return [child]
    reading.account.take(child)
    if (isInteraction(child) || localName(child) === 'rubricBlock') return []
    if (child.attributes['data-archway-part'] !== undefined) return []
    return [{ ...child, children: child.children.flatMap(without) }]
  }
  const rest = body.children.flatMap(without)
  const remembered = rest.find(
    (child) => typeof child !== 'string' && 'data-archway-markdown' in child.attributes,
  )
  const lost = (element: XmlElement) => reading.change(localName(element))
  const marked = body.children.filter(
    (child) => typeof child !== 'string' && 'data-archway-markdown' in child.attributes,
  )
  return markdownOf(remembered ? marked : rest, lost)
}

function promptOf(reading: Reading, interaction: XmlElement): string {
  const [prompt] = reading.account.children(interaction, 'prompt')
  if (!prompt) return ''
  reading.account.takeAll(prompt)
  return markdownOf([prompt], (lost) => reading.change(localName(lost)))
}

/** Everything inside that shows Markdown of ours was made of it. */
function takeRemembered(element: XmlElement, reading: Reading): void {
  for (const child of elementsOf(element)) {
    if ('data-archway-markdown' in child.attributes) {
      reading.account.attribute(child, 'data-archway-markdown')
      for (const inner of elementsOf(child)) reading.account.takeAll(inner)
    }
  }
}

function readBody(body: XmlElement, reading: Reading): Body {
  const interactions = elementsOf(body).filter(isInteraction)
  const stem = stemOf(body, reading)
  takeRemembered(body, reading)
  const [first] = interactions
  if (!first) throw new QtiRefusal('no interaction that is supported')
  if (interactions.length === 1) {
    const prompt = promptOf(reading, first)
    return readQuestion(reading, first, [stem, prompt].filter(Boolean).join('\n\n'))
  }
  const holders = elementsOf(body).filter((element) => 'data-archway-part' in element.attributes)
  const parts = interactions.map((interaction, index) => {
    const holder = holders.find((candidate) => elementsOf(candidate).includes(interaction))
    const id = holder ? reading.account.attribute(holder, 'data-archway-part') : undefined
    const own = holder ? stemOf(holder, reading) : promptOf(reading, interaction)
    if (!own) reading.change('prompt')
    const partId = id ?? String(index + 1)
    return { id: partId, ...readQuestion(reading, interaction, own || `Question ${index + 1}`) }
  })
  return {
    item: {
      kind: 'case',
      content: { stem, parts: parts.map(({ id, item }) => ({ id, ...item })) },
    },
    key: { kind: 'case', parts: Object.fromEntries(parts.map(({ id, key }) => [id, key])) },
  }
}

function read(
  source: string,
  defaults: Defaults,
): Pick<ReadItem, 'title' | 'losses'> &
  Body & { note: z.infer<typeof noteSchema>; code: string | null } {
  const root = toQti2(parseXml(source))
  if (localName(root) !== 'assessmentItem') throw new QtiRefusal(`<${root.name}> is no item`)
  const account = createAccount(root)
  const changes = new Set<string>()
  account.take(root)
  const [body] = account.children(root, 'itemBody')
  if (!body) throw new QtiRefusal('an item without a body')
  const declarations = root.children.filter(
    (child): child is XmlElement =>
      typeof child !== 'string' && localName(child) === 'responseDeclaration',
  )
  const [processing] = account.children(root, 'responseProcessing')
  const reading: Reading = {
    account,
    declarations: new Map(declarations.map((one) => [one.attributes.identifier ?? '', one])),
    tolerances: tolerancesOf(processing),
    change: (field) => changes.add(field),
  }
  if (processing) {
    account.takeAll(processing)
    if (!isPlainProcessing(processing)) changes.add('responseProcessing')
  }
  for (const outcome of account.children(root, 'outcomeDeclaration')) {
    if (outcome.attributes.identifier === 'SCORE') account.takeAll(outcome)
    else changes.add(`outcomeDeclaration ${outcome.attributes.identifier ?? ''}`)
    account.takeAll(outcome)
  }
  const question = readBody(body, reading)
  const noted = elementsOf(body).find((element) => NOTE in element.attributes)
  if (noted) account.takeAll(noted)
  const note = noted
    ? noteSchema.parse(JSON.parse(noted.attributes[NOTE] ?? '{}'))
    : { ...defaults, rationale: { summary: '–' }, references: [] }
  const { title = '', identifier = '' } = root.attributes
  const code = noted ? bankItem.shape.code.safeParse(identifier) : null
  const losses: Loss[] = [
    ...account.losses(),
    ...[...changes].map((field): Loss => ({ field, kind: 'changed' })),
    ...(noted
      ? []
      : (['rationale', 'references', 'level'] as const).map(
          (field): Loss => ({ field, kind: 'changed' }),
        )),
  ]
  return { ...question, note, title: title || identifier, code: code?.data ?? null, losses }
}

/**
 * Reads one item of QTI 2.1, 2.2 or 3.0. What is not taken in is named, each element and attribute by the
 * name that QTI 2 has for it; what cannot be an item of ours is refused with why. Never throws for what a
 * file holds.
 */
export function readQti(place: string, source: string, defaults: Defaults): ReadItem {
  try {
    const { item, key, note, title, code, losses } = read(source, defaults)
    const parsed = bankItem.safeParse({ item, key, ...note, code })
    if (!parsed.success) {
      const [issue] = parsed.error.issues
      return {
        ok: false,
        place,
        title,
        losses,
        problem: `${issue?.path.join('.')}: ${issue?.message}`,
      }
    }
    const [problem] = findItemProblems(parsed.data.item, parsed.data.key, parsed.data.rationale)
    if (problem) return { ok: false, place, title, losses, problem: problem.problem }
    return { ok: true, place, title, losses, item: parsed.data }
  } catch (error) {
    if (
      error instanceof XmlRefusal ||
      error instanceof QtiRefusal ||
      error instanceof z.ZodError ||
      error instanceof SyntaxError
    ) {
      const problem = error instanceof z.ZodError ? z.prettifyError(error) : error.message
      return { ok: false, place, title: place, losses: [], problem }
    }
    throw error
  }
}
