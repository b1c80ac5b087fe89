import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { Avatar, initials } from './avatar'
import { Button } from './button'
import { DonutChart } from './donut-chart'
import { FilterGroup, splitOptions } from './filter-group'
import { LineChart } from './line-chart'
import { NavTabs } from './nav-tabs'
import { Pagination } from './pagination'
import { ProgressBar } from './progress'
import { Rating } from './rating'
import { sparklinePoints } from './sparkline'

const labels = {
  navigation: 'Pages',
  previous: 'Previous',
  next: 'Next',
  page: (page: number) => `Page ${page}`,
  position: '2 of 9',
}

describe('Button', () => {
  it('does not submit by accident, and takes no clicks while loading', () => {
    expect(renderToStaticMarkup(<Button>Save</Button>)).toContain('type="button"')
    const loading = renderToStaticMarkup(<Button loading>Save</Button>)
    expect(loading).toContain('disabled=""')
    expect(loading).toContain('aria-busy="true"')
    expect(loading).toContain('Save')
  })

  it('gives its look to a child, whose own class wins', () => {
    const html = renderToStaticMarkup(
      <Button asChild size="lg">
        <a href="/x" className="h-20">
          Go
        </a>
      </Button>,
    )
    expect(html).toMatch(/^<a /)
    expect(html).toContain('h-20')
    expect(html).not.toContain('h-12')
    expect(html).not.toContain('type=')
  })
})

describe('Pagination', () => {
  it('is made of links with the current one marked', () => {
    const html = renderToStaticMarkup(
      <Pagination page={2} pageCount={9} href={(page) => `?page=${page}`} labels={labels} />,
    )
    expect(html).toContain('href="?page=1" rel="prev"')
    expect(html).toContain('href="?page=3" rel="next"')
    expect(html).toContain('aria-label="Page 2" aria-current="page"')
    expect(html.match(/aria-current/g)).toHaveLength(1)
  })

  it('has no step beyond the ends, and nothing for a single page', () => {
    const first = renderToStaticMarkup(
      <Pagination page={1} pageCount={9} href={(page) => `?page=${page}`} labels={labels} />,
    )
    expect(first).not.toContain('rel="prev"')
    expect(
      renderToStaticMarkup(
        <Pagination page={1} pageCount={1} href={(page) => `?page=${page}`} labels={labels} />,
      ),
    ).toBe('')
  })
})

describe('NavTabs', () => {
  it('marks the page one is on', () => {
    const html = renderToStaticMarkup(
      <NavTabs
        label="Sections"
        items={[
          { href: '/a', label: 'A', current: true },
          { href: '/b', label: 'B' },
        ]}
      />,
    )
    expect(html).toContain('href="/a" aria-current="page"')
    expect(html.match(/aria-current="/g)).toHaveLength(1)
  })
})

describe('FilterGroup', () => {
  const option = (value: string, checked = false) => ({ value, label: value, checked })

  it('hides only unchecked options past the limit, never a single one', () => {
    const options = ['a', 'b', 'c', 'd'].map((value) => option(value, value === 'd'))
    expect(splitOptions(options, 1).shown.map((one) => one.value)).toEqual(['a', 'd'])
    expect(splitOptions(options, 1).hidden.map((one) => one.value)).toEqual(['b', 'c'])
    expect(splitOptions(options, 2).hidden).toEqual([])
  })

  it('posts in a plain form', () => {
    const html = renderToStaticMarkup(
      <FilterGroup
        legend="Skill"
        name="skill"
        options={[option('python', true), option('ml')]}
        moreLabel={(hidden) => `${hidden} more`}
        lessLabel="Fewer"
      />,
    )
    expect(html.match(/name="skill"/g)).toHaveLength(2)
    expect(html.match(/checked=""/g)).toHaveLength(1)
  })
})

describe('figures', () => {
  it('clamps progress and rating', () => {
    const bar = renderToStaticMarkup(<ProgressBar label="Done" value={140} />)
    expect(bar).toContain('aria-valuenow="100"')
    expect(bar).toContain('width:100%')
    expect(renderToStaticMarkup(<ProgressBar label="Busy" value={null} />)).not.toContain(
      'aria-valuenow',
    )
    expect(renderToStaticMarkup(<Rating value={7} label="Rated" />)).toContain('width:100%')
  })

  it('draws a flat or single series inside its box', () => {
    expect(sparklinePoints([5])).toEqual([{ x: 100, y: 14 }])
    expect(sparklinePoints([3, 3]).map((point) => point.y)).toEqual([14, 14])
    expect(sparklinePoints([0, 10])).toEqual([
      { x: 0, y: 26 },
      { x: 100, y: 2 },
    ])
  })

  it('shows what stands in for an empty chart, and the table otherwise', () => {
    const shared = {
      title: 'Sales',
      series: [{ key: 'n', label: 'Sales' }],
      format: { locale: 'en', options: { minimumFractionDigits: 2 }, exponent: 2 },
      labels: { rows: 'Day', table: 'As a table' },
      empty: 'No sales',
    }
    const none = renderToStaticMarkup(
      <LineChart {...shared} rows={[{ label: 'Mon', values: { n: null } }]} />,
    )
    expect(none).toContain('No sales')
    expect(none).not.toContain('<table')
    const some = renderToStaticMarkup(
      <LineChart {...shared} rows={[{ label: 'Mon', values: { n: 123456 } }]} />,
    )
    expect(some).toContain('1,234.56')
    expect(renderToStaticMarkup(<DonutChart title="t" slices={[]} empty="Nobody" />)).toContain(
      'Nobody',
    )
  })
})

describe('Avatar', () => {
  it('takes initials by code point from the first and last word', () => {
    expect(initials('Ada King Byron')).toBe('AB')
    expect(initials('  ibm ')).toBe('I')
    expect(initials('𝒜lice Øster')).toBe('𝒜Ø')
    expect(initials('')).toBe('')
  })

  it('cannot be broken out of by an address', () => {
    const html = renderToStaticMarkup(<Avatar name="A" src={'x");color:red;("'} />)
    expect(html).toContain('url(&quot;x\\&quot;);color:red;(\\&quot;&quot;)')
  })
})
