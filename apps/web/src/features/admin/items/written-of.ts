import type { ItemValues, QuestionValues } from './form-values'

const numberIn = (text: string): number => (text.trim() === '' ? Number.NaN : Number(text))

const filled = (rows: readonly { id: string; why: string }[]) => {
  const reasons = rows.filter(({ why }) => why.trim() !== '').map(({ id, why }) => [id, why])
  return reasons.length === 0 ? {} : { options: Object.fromEntries(reasons) }
}

const plain = ({ id, text }: { id: string; text: string }) => ({ id, text })

/** What a save sends of one question, by the names of the bank's schema, which checks it. Pure. */
function questionOf(values: QuestionValues) {
  const { kind, stem, credit } = values
  const reasons = (rows: readonly { id: string; why: string }[]) => ({
    summary: values.summary,
    ...filled(rows),
  })
  const options = values.options.map(({ id, text, isLast }) => ({
    id,
    text,
    ...(isLast ? { isLast } : {}),
  }))
  const right = values.options.filter(({ isRight }) => isRight).map(({ id }) => id)
  switch (kind) {
    case 'single':
      return {
        item: { kind, content: { stem, options } },
        key: { kind, correct: right[0] ?? '' },
        rationale: reasons(values.options),
      }
    case 'multiple':
      return {
        item: { kind, content: { stem, options, choose: right.length } },
        key: { kind, correct: right, credit },
        rationale: reasons(values.options),
      }
    case 'order':
      // Written in the right order, kept in the order of their ids, so that their places tell nothing.
      return {
        item: {
          kind,
          content: {
            stem,
            options: values.options.map(plain).sort((a, b) => a.id.localeCompare(b.id, 'en')),
          },
        },
        key: { kind, sequence: values.options.map(({ id }) => id) },
        rationale: reasons(values.options),
      }
    case 'match':
      return {
        item: {
          kind,
          content: { stem, prompts: values.prompts.map(plain), options: values.options.map(plain) },
        },
        key: {
          kind,
          pairs: Object.fromEntries(values.prompts.map(({ id, partner }) => [id, partner])),
          credit,
        },
        rationale: reasons([...values.options, ...values.prompts]),
      }
    case 'numeric':
      return {
        item: { kind, content: { stem, ...(values.unit.trim() ? { unit: values.unit } : {}) } },
        key: { kind, value: numberIn(values.value), tolerance: numberIn(values.tolerance) },
        rationale: reasons([]),
      }
    case 'text':
      return {
        item: { kind, content: { stem, maxLength: numberIn(values.maxLength) } },
        key: {
          kind,
          accepted: values.accepted.split('\n').filter((text) => text.trim() !== ''),
          ...(values.isCaseSensitive ? { isCaseSensitive: true } : {}),
        },
        rationale: reasons([]),
      }
    case 'hotspot':
      return {
        item: {
          kind,
          content: {
            stem,
            image: {
              key: values.imageKey,
              alt: values.imageAlt,
              width: numberIn(values.imageWidth),
              height: numberIn(values.imageHeight),
            },
            areas: values.areas.map(({ id, label, coords }) => ({
              id,
              label,
              shape: 'rect',
              coords: coords.split(',').map(numberIn),
            })),
          },
        },
        key: { kind, correct: values.areas.find(({ isRight }) => isRight)?.id ?? '' },
        rationale: reasons(values.areas),
      }
  }
}

/** What a save sends, under the names of the bank's schema. Pure. */
export function writtenOf(values: ItemValues) {
  const about = {
    objective: values.objective,
    level: values.level,
    references: values.references.map(({ title, url }) => ({ title, url })),
  }
  if (values.kind !== 'case') {
    return { ...questionOf({ ...values.question, kind: values.kind }), ...about }
  }
  const parts = values.parts.map((part) => ({ id: part.id, ...questionOf(part) }))
  const byPart = <Of>(of: (part: (typeof parts)[number]) => Of) =>
    Object.fromEntries(parts.map((part) => [part.id, of(part)]))
  return {
    item: {
      kind: 'case' as const,
      content: { stem: values.scenario, parts: parts.map(({ id, item }) => ({ id, ...item })) },
    },
    key: { kind: 'case' as const, parts: byPart(({ key }) => key) },
    rationale: { summary: values.summary, parts: byPart(({ rationale }) => rationale) },
    ...about,
  }
}
