import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { Field, fieldWiring } from './field'
import { Input } from './input'
import { RadioGroup } from './radio-group'
import { Select } from './select'

const attribute = (html: string, tag: string, name: string) =>
  html.match(new RegExp(`<${tag}\\b[^>]*?\\s${name}="([^"]*)"`))?.[1]

describe('Field', () => {
  it('ties label, hint and error to the control, error first', () => {
    const html = renderToStaticMarkup(
      <Field label="E-mail" hint="For receipts" error="Write an @" required>
        <Input name="email" />
      </Field>,
    )
    const id = attribute(html, 'input', 'id')
    expect(id).toBeTruthy()
    expect(attribute(html, 'label', 'for')).toBe(id)
    expect(attribute(html, 'input', 'aria-describedby')).toBe(`${id}-error ${id}-hint`)
    expect(attribute(html, 'input', 'aria-invalid')).toBe('true')
    expect(html).toContain('required=""')
    expect(html).toContain(` id="${id}-hint"`)
    expect(html).toContain(` id="${id}-error"`)
  })

  it('adds nothing that is not there', () => {
    const html = renderToStaticMarkup(
      <Field label="Name">
        <Select name="level">
          <option>One</option>
        </Select>
      </Field>,
    )
    expect(attribute(html, 'label', 'for')).toBe(attribute(html, 'select', 'id'))
    expect(html).not.toContain('aria-describedby=')
    expect(html).not.toContain('aria-invalid=')
    expect(html).not.toContain('required=')
  })

  it('respects an id on the control, and wires a function child', () => {
    const own = renderToStaticMarkup(
      <Field label="Name" error="Empty">
        <Input id="own" aria-describedby={undefined} />
      </Field>,
    )
    expect(attribute(own, 'label', 'for')).toBe('own')
    expect(attribute(own, 'input', 'aria-describedby')).toBe('own-error')

    const wired = renderToStaticMarkup(
      <Field label="Name" id="given" hint="Hint">
        {(control) => <Input {...control} />}
      </Field>,
    )
    expect(attribute(wired, 'input', 'id')).toBe('given')
    expect(attribute(wired, 'input', 'aria-describedby')).toBe('given-hint')
  })

  it('decides the wiring as a pure function', () => {
    expect(fieldWiring('a', {}).control).toEqual({
      id: 'a',
      'aria-describedby': undefined,
      'aria-invalid': undefined,
      required: undefined,
    })
  })
})

describe('RadioGroup', () => {
  it('describes the group and checks only the default', () => {
    const html = renderToStaticMarkup(
      <RadioGroup
        legend="Pace"
        name="pace"
        defaultValue="b"
        error="Choose one"
        options={[
          { value: 'a', label: 'A' },
          { value: 'b', label: 'B' },
        ]}
      />,
    )
    const described = attribute(html, 'fieldset', 'aria-describedby')
    expect(html).toContain(` id="${described}"`)
    expect(html.match(/checked=""/g)).toHaveLength(1)
    expect(html).toMatch(/<input[^>]*checked=""[^>]*value="b"|<input[^>]*value="b"[^>]*checked=""/)
  })
})
