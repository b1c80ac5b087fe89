import { afterAll, beforeAll, expect, test } from 'vitest'
import { graduatesOf } from '../testing/graduates'
import { refusal } from '../testing/refusal'
import { createWorld, type World } from '../testing/world'
import { checkList } from './commands/check-list'
import { decideCredential } from './commands/decide-credential'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())
const graduate = graduatesOf(() => world)
const visitor = (ipAddress = '192.0.2.7') => ({ type: 'visitor', ipAddress }) as const
const check = (csv: string) => checkList(world.deps, visitor(), csv)

test('a list is checked by numbers and links, with names that are compared and never told', async () => {
  const ada = await graduate('Zoë O’Brien')
  const eve = await graduate('Eve Example')
  const system = { type: 'system', name: 'test' } as const
  await decideCredential(world.deps, system, {
    credentialId: eve.credentialId,
    to: 'revoked',
    code: 'misconduct',
    publicNote: '',
    reason: 'for the test',
  })
  const link = `${world.deps.appUrl}/credentials/${eve.credentialId}?vc=x`
  const csv = [
    '\ufeffnumber;name',
    `${ada.row.licenseNumber.toLowerCase()};"ZOE\u0308  O’brien"`,
    `${ada.row.licenseNumber};Somebody Else`,
    '',
    `${link};Eve Example`,
    'AW-2026-XXXX-XXXX;Nobody',
    `https://elsewhere.example/credentials/${eve.credentialId}`,
  ].join('\r\n')
  const found = await check(csv)
  expect(found.map(({ line }) => line)).toEqual([2, 3, 5, 6, 7])
  expect(found.map((row) => row.found && [row.found.standing, row.found.isNameRight])).toEqual([
    ['valid', true],
    ['valid', false],
    ['revoked', true],
    null,
    null,
  ])
  expect(JSON.stringify(found)).not.toContain('Zoë')
})

test('hostile lists are refused with a reason, and harm nothing', async () => {
  const many = Array.from({ length: 201 }, (_, at) => `AW-${at}`).join('\n')
  expect(await refusal(check(many))).toBe('csv-too-long')
  expect(await refusal(check('number,name'))).toBe('csv-empty')
  expect(await refusal(check('"never closed'))).toBe('csv-unreadable')
  expect(await refusal(check(`"${'x'.repeat(90_000)}"`))).toBe('csv-unreadable')
  const odd = ["=HYPERLINK(1),'; drop table credentials; --", '\u0000,%', `${'a,'.repeat(1500)}`]
  for (const row of odd) expect(await check(row)).toMatchObject([{ found: null }])
  expect(await world.db.credential.count()).toBeGreaterThan(0)
})

test('too many lists from one place have to wait', async () => {
  const from = visitor('198.51.100.77')
  for (let at = 0; at < 30; at++) await checkList(world.deps, from, 'AW-1')
  expect(await refusal(checkList(world.deps, from, 'AW-1'))).toBe('too-many-attempts')
})
