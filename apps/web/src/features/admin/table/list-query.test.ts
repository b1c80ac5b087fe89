import { describe, expect, it } from 'vitest'
import { filterNames, firstValues, listHref, viewQuery } from './list-query'

describe('the address of a list', () => {
  it('keeps what is set, changes what is asked, drops what is empty', () => {
    const current = { search: 'a b', page: '3' }
    expect(listHref('/admin/x', current, { page: null, sort: 'name' })).toBe(
      '/admin/x?search=a+b&sort=name',
    )
    expect(listHref('/admin/x', {}, { search: '' })).toBe('/admin/x')
  })

  it('is read from the first value of each parameter', () => {
    expect(firstValues({ a: ['1', '2'], b: ' ', c: undefined, d: ' x ' })).toEqual({
      a: '1',
      d: 'x',
    })
  })

  it('is saved without its page, and cleared of its filters only', () => {
    const current = { search: 'x', page: '2', sort: 'name', cols: 'a' }
    expect(viewQuery(current)).toBe('search=x&sort=name&cols=a')
    expect(filterNames(current)).toEqual(['search'])
  })
})
