import { describe, expect, test } from 'vitest'
import { readQti } from './read-qti'
import { parseXml, XmlRefusal } from './xml'

const defaults = { objective: '2.1', level: 'understand' as const }
const read = (xml: string) => readQti('item.xml', xml, defaults)
const qti21 = 'xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1"'
const qti30 = 'xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0"'

const choice = `<?xml version="1.0"?>
<assessmentItem ${qti21} identifier="river" title="A river" adaptive="false" timeDependent="false">
  <responseDeclaration identifier="RESPONSE" cardinality="single" baseType="identifier">
    <correctResponse><value>B.1</value></correctResponse>
  </responseDeclaration>
  <outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float"/>
  <stylesheet href="look.css" type="text/css"/>
  <itemBody>
    <p>Which river is <em>longer</em>?</p>
    <choiceInteraction responseIdentifier="RESPONSE" shuffle="true" maxChoices="1" minChoices="1">
      <prompt>Choose one.</prompt>
      <simpleChoice identifier="A.1">The short one<feedbackInline outcomeIdentifier="F" identifier="A.1">No.</feedbackInline></simpleChoice>
      <simpleChoice identifier="B.1" fixed="true">The <strong>long</strong> one</simpleChoice>
    </choiceInteraction>
  </itemBody>
  <responseProcessing template="http://www.imsglobal.org/question/qti_v2p1/rptemplates/match_correct"/>
  <modalFeedback outcomeIdentifier="FEEDBACK" identifier="good" showHide="show">Well done</modalFeedback>
</assessmentItem>`

test('a choice of QTI 2.1 is read, and all that stays behind is named', () => {
  const result = read(choice)
  expect(result).toMatchObject({
    ok: true,
    title: 'A river',
    item: {
      code: null,
      objective: '2.1',
      item: {
        kind: 'single',
        content: {
          stem: 'Which river is *longer*?\n\nChoose one.',
          options: [{ id: 'A_1' }, { id: 'B_1', text: 'The **long** one', isLast: true }],
        },
      },
      key: { kind: 'single', correct: 'B_1' },
    },
  })
  expect(result.losses.map(({ field }) => field).sort()).toEqual(
    [
      ...['choiceInteraction/@minChoices', 'feedbackInline', 'modalFeedback', 'stylesheet'],
      ...['level', 'rationale', 'references'],
    ].sort(),
  )
})

test('a number with a tolerance and a text are read out of QTI 3.0', () => {
  const item = (base: string, inner: string, processing: string) => `
    <qti-assessment-item ${qti30} identifier="n" title="Number" adaptive="false" time-dependent="false">
      <qti-response-declaration identifier="RESPONSE" cardinality="single" base-type="${base}">${inner}</qti-response-declaration>
      <qti-item-body><p>How much is it? <qti-text-entry-interaction response-identifier="RESPONSE" expected-length="9"/></p></qti-item-body>
      <qti-response-processing>${processing}</qti-response-processing>
    </qti-assessment-item>`
  const number = read(
    item(
      'float',
      '<qti-correct-response><qti-value>2.5</qti-value></qti-correct-response>',
      `<qti-response-condition><qti-response-if><qti-equal tolerance-mode="absolute" tolerance="0.1 0.1">
        <qti-variable identifier="RESPONSE"/><qti-correct identifier="RESPONSE"/></qti-equal></qti-response-if></qti-response-condition>`,
    ),
  )
  expect(number).toMatchObject({
    ok: true,
    item: {
      item: { kind: 'numeric', content: { stem: 'How much is it?' } },
      key: { value: 2.5, tolerance: 0.1 },
    },
  })
  const text = read(
    item(
      'string',
      `<qti-correct-response><qti-value>Oslo</qti-value></qti-correct-response><qti-mapping default-value="0">
        <qti-map-entry map-key="oslo" mapped-value="1" case-sensitive="false"/><qti-map-entry map-key="Bergen" mapped-value="0.5" case-sensitive="false"/></qti-mapping>`,
      '',
    ),
  )
  expect(text).toMatchObject({ ok: true, item: { key: { accepted: ['Oslo', 'oslo', 'Bergen'] } } })
  expect(text.losses).toContainEqual({ field: 'mapEntry/@mappedValue', kind: 'changed' })
})

test('several interactions become a case; a choice in a line is a question of its own, and that is said', () => {
  const xml = `<assessmentItem ${qti21} identifier="x" title="Two" adaptive="false" timeDependent="false">
    <responseDeclaration identifier="R1" cardinality="single" baseType="identifier"><correctResponse><value>a</value></correctResponse></responseDeclaration>
    <responseDeclaration identifier="R2" cardinality="ordered" baseType="identifier"><correctResponse><value>b</value><value>a</value></correctResponse></responseDeclaration>
    <itemBody><p>Water boils at <inlineChoiceInteraction responseIdentifier="R1" shuffle="false"><inlineChoice identifier="a">100</inlineChoice><inlineChoice identifier="b">50</inlineChoice></inlineChoiceInteraction> degrees.</p>
    <orderInteraction responseIdentifier="R2" shuffle="true"><prompt>From warm to cold</prompt><simpleChoice identifier="a">ice</simpleChoice><simpleChoice identifier="b">steam</simpleChoice></orderInteraction></itemBody>
  </assessmentItem>`
  const result = read(xml)
  expect(result).toMatchObject({
    ok: true,
    item: {
      item: {
        kind: 'case',
        content: {
          parts: [{ kind: 'single' }, { kind: 'order', content: { stem: 'From warm to cold' } }],
        },
      },
      key: { parts: { 2: { sequence: ['b', 'a'] } } },
    },
  })
  expect(result.losses).toContainEqual({ field: 'inlineChoiceInteraction', kind: 'changed' })
})

test.each<[string, string]>([
  [
    'an interaction that we do not have',
    choice.replaceAll('choiceInteraction', 'drawingInteraction'),
  ],
  ['a key that is no option', choice.replace('<value>B.1</value>', '<value>C</value>')],
  ['no key', choice.replace('<value>B.1</value>', '')],
  ['another document', '<manifest/>'],
  ['no document', 'hello'],
])('%s is refused with a reason', (_, xml) => {
  const result = read(xml)
  expect(result.ok).toBe(false)
  expect(!result.ok && result.problem.length).toBeGreaterThan(3)
})

describe('hostile XML', () => {
  const deep = '<a>'.repeat(100) + '</a>'.repeat(100)
  test.each<[string, string]>([
    ['a document type', '<!DOCTYPE a><a/>'],
    ['an external entity', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'],
    ['a bomb of entities', '<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]><a>&c;</a>'],
    ['an unknown entity', '<a>&nbsp;</a>'],
    ['too much depth', deep],
    ['too many elements', `<a>${'<b/>'.repeat(60_000)}</a>`],
    ['too many characters', `<a>${'x'.repeat(2_100_000)}</a>`],
    ['tags that do not match', '<a><b></a></b>'],
    ['two roots', '<a/><a/>'],
    ['an attribute twice', '<a x="1" x="2"/>'],
    ['a cut end', '<a><b>'],
    ['half a surrogate', '<a>&#xD800;</a>'],
  ])('%s is refused', (_, xml) => {
    expect(() => parseXml(xml)).toThrow(XmlRefusal)
    expect(read(xml).ok).toBe(false)
  })

  test('takes no longer for what is nearly well-formed', () => {
    const started = performance.now()
    expect(() => parseXml(`<a ${'x="1" '.repeat(20_000)}`)).toThrow(XmlRefusal)
    expect(() => parseXml(`<a>${'<!--'.repeat(20_000)}`)).toThrow(XmlRefusal)
    expect(performance.now() - started).toBeLessThan(2000)
  })

  test('an attribute that is called like a part of every object is one like any other', () => {
    expect(parseXml('<a __proto__="x" constructor="y"/>').attributes.constructor).toBe('y')
  })
})
