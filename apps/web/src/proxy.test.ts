import { NextRequest } from 'next/server'
import { describe, expect, test } from 'vitest'
import { proxy } from './proxy'

const answer = (path: string) => proxy(new NextRequest(`http://localhost:3000${path}`))
const goesOn = (path: string) => answer(path).headers.get('x-middleware-next') === '1'

describe('addresses with escapes', () => {
  test.each(['/courses/%E0%A4%A', '/guides/%zz', '/courses/a%00b', '/account/%'])(
    '%s cannot be read and is refused',
    (path) => {
      expect(answer(path).status).toBe(400)
    },
  )

  test('those that can be read go on, signed in or not', () => {
    expect(goesOn('/courses/caf%C3%A9')).toBe(true)
    expect(goesOn('/courses/review%20of/it')).toBe(true)
  })
})

test('personal pages send a visitor to sign in and back', () => {
  const response = answer('/account/orders?page=2')
  expect(response.status).toBe(303)
  expect(response.headers.get('location')).toBe(
    'http://localhost:3000/sign-in?returnTo=%2Faccount%2Forders%3Fpage%3D2',
  )
  expect(answer('/courses/ai-architecture-foundations/review').status).toBe(303)
})

test('the catalogue has one spelling', () => {
  expect(goesOn('/catalogue?kind=course')).toBe(true)
  expect(answer('/catalogue?kind=course&q=').headers.get('location')).toBe(
    'http://localhost:3000/catalogue?kind=course',
  )
})
