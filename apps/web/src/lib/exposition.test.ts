import { expect, test } from 'vitest'
import { exposition } from './exposition'

test('a line for each value that is known, beside the figures of the process', async () => {
  const { contentType, text } = await exposition([
    { name: 'archway_dead', help: 'Given up', values: [{ labels: {}, value: 0 }] },
    { name: 'archway_unknown', help: 'Never seen', values: [] },
    {
      name: 'archway_mails',
      help: 'Mails',
      values: [
        { labels: { template: 'a"b\n' }, value: 2 },
        { labels: { template: 'c' }, value: 1.5 },
      ],
    },
  ])
  expect(contentType).toMatch(/^text\/plain; version=0\.0\.4/)
  const lines = text.split('\n')
  expect(lines).toContain('# TYPE archway_dead gauge')
  expect(lines).toContain('archway_dead 0')
  expect(lines).toContain('archway_mails{template="a\\"b\\n"} 2')
  expect(lines).toContain('archway_mails{template="c"} 1.5')
  expect(text).not.toContain('archway_unknown')
  expect(text).toMatch(/^process_resident_memory_bytes \d+$/m)
})
