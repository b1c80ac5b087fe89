import type { SimpleContent } from '../schema/content'
import type { SimpleKey } from '../schema/key'
import type { BankItem, Loss } from './bank-item'
import { type QtiVersion, toQti3 } from './qti-names'
import { written } from './qti-text'
import { element, type WrittenQuestion, writeQuestion } from './write-question'
import { writeXml, type XmlElement } from './xml'

/** Holds what QTI has no place for, as JSON on a note for authors. Other systems do not read it. */
export const NOTE = 'data-archway-item'

const namespaces: Record<QtiVersion, string> = {
  '3.0': 'http://www.imsglobal.org/xsd/imsqtiasi_v3p0',
  '2.2': 'http://www.imsglobal.org/xsd/imsqti_v2p2',
}

/** Adds to the score what one answer earns. */
function scored(response: string, scoring: WrittenQuestion['scoring']): XmlElement {
  const add = (earned: XmlElement) =>
    element('setOutcomeValue', { identifier: 'SCORE' }, [
      element('sum', {}, [element('variable', { identifier: 'SCORE' }), earned]),
    ])
  if (scoring === 'mapping') return add(element('mapResponse', { identifier: response }))
  const sides = [
    element('variable', { identifier: response }),
    element('correct', { identifier: response }),
  ]
  const test =
    scoring === 'correct'
      ? element('match', {}, sides)
      : element('equal', { toleranceMode: 'absolute', tolerance: `${scoring} ${scoring}` }, sides)
  return element('responseCondition', {}, [
    element('responseIf', {}, [test, add(element('baseValue', { baseType: 'float' }, ['1']))]),
  ])
}

/** What of any item other systems find only in our own note, or not at all. */
const privateFields = ['objective', 'level', 'rationale', 'references'] as const

/** An item as a QTI document, with all that other systems will not get. */
export function writeQti(item: BankItem, version: QtiVersion): { xml: string; losses: Loss[] } {
  const { item: asked, key, code, objective, level, rationale, references } = item
  const parts =
    asked.kind === 'case' && key.kind === 'case'
      ? asked.content.parts.map((part) => {
          const partKey = key.parts[part.id]
          if (!partKey) throw new Error(`part ${part.id} has no key`)
          return {
            stem: part.content.stem,
            id: part.id,
            ...built(part, partKey, `RESPONSE_${part.id}`),
          }
        })
      : asked.kind !== 'case' && key.kind !== 'case'
        ? [{ stem: null, id: null, ...built(asked, key, 'RESPONSE') }]
        : []
  const note = { objective, level, rationale, references }
  const document = element(
    'assessmentItem',
    {
      xmlns: namespaces[version],
      identifier: code ?? 'item',
      title: code ?? 'item',
      adaptive: 'false',
      timeDependent: 'false',
    },
    [
      ...parts.map(({ declaration }) => declaration),
      element(
        'outcomeDeclaration',
        { identifier: 'SCORE', cardinality: 'single', baseType: 'float' },
        [element('defaultValue', {}, [element('value', {}, ['0'])])],
      ),
      element('itemBody', {}, [
        written('div', {}, asked.content.stem),
        ...parts.map(({ stem, id, interaction }) =>
          id === null || stem === null
            ? interaction
            : element('div', { 'data-archway-part': id }, [written('div', {}, stem), interaction]),
        ),
        element(
          'rubricBlock',
          { view: 'author', use: 'instructions', [NOTE]: JSON.stringify(note) },
          [element('p', {}, [rationale.summary])],
        ),
      ]),
      element(
        'responseProcessing',
        {},
        parts.map(({ response, scoring }) => scored(response, scoring)),
      ),
    ],
  )
  return {
    xml: writeXml(version === '3.0' ? toQti3(document) : document),
    losses: [
      ...privateFields.map((field): Loss => ({ field, kind: 'private' })),
      { field: 'enemies', kind: 'lost' },
      { field: 'state', kind: 'lost' },
      { field: 'versions', kind: 'lost' },
    ],
  }
}

const built = (item: SimpleContent, key: SimpleKey, response: string) => ({
  response,
  ...writeQuestion(item, key, response),
})
