import { expect, type Locator, type Page } from '@playwright/test'

/** What somebody with a keyboard sees of where they are. */
type Stop = { name: string; isTarget: boolean; isRound: boolean; problems: string[] }

/** Where a walk began and where it was last. */
type Trail = { first: Element | null; last: Element | null }

/**
 * Runs in the page: whether what has the focus can be seen, is seen to have it, and comes after what had it
 * before.
 */
function lookAtFocus(target: Element, trail: Trail): Stop {
  const element = document.activeElement ?? document.body
  const { first, last } = trail
  trail.first ??= element
  trail.last = element
  const name = element.outerHTML.replace(/\s+/g, ' ').slice(0, 160)
  const isRound = element === document.body || (last !== null && element === first)
  const stop = { name, isTarget: element === target, isRound }
  if (element === document.body) return { ...stop, problems: [] }
  const problems: string[] = []

  // A label may stand for a small or invisible control, and draw its ring.
  const label = element.closest('label') ?? (element as HTMLInputElement).labels?.[0]
  const shown = [element, ...(label ? [label] : [])]
  // So may a pseudo-element, around a whole card for instance.
  const isRinged = shown.some((part) =>
    [undefined, '::before', '::after'].some((pseudo) => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(part, pseudo)
      const hasOutline = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1
      return hasOutline || boxShadow !== 'none'
    }),
  )
  // A field of a date has parts of its own, which the browser marks.
  if (!isRinged && !element.matches('input[type=date]')) {
    problems.push('does not show that it has the focus')
  }

  // A link that goes over two lines has two boxes.
  const isReached = shown.some((part) =>
    [...part.getClientRects()].some(({ left, top, right, bottom }) => {
      const places = [
        [(left + right) / 2, (top + bottom) / 2],
        [left + 3, top + 3],
        [right - 3, bottom - 3],
      ]
      return places.some(([x = 0, y = 0]) => {
        const found = document.elementFromPoint(x, y)
        return found !== null && part.contains(found)
      })
    }),
  )
  if (!isReached) problems.push('is out of sight or covered')

  // Fields of a date and controls of a video are stops within one element.
  const isOnward =
    isRound ||
    last === null ||
    last === element ||
    (last.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
  if (!isOnward) problems.push('comes before what had the focus before it')
  return { ...stop, problems }
}

const newTrail = (page: Page) => page.evaluateHandle((): Trail => ({ first: null, last: null }))

/**
 * Presses Tab until `target` has the focus, as somebody does who has no pointer: every stop on the way
 * must be seen, and the way must lead there.
 */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible()
  if (await target.evaluate((element) => element === document.activeElement)) return
  const passed: string[] = []
  for (let step = 0; step < 200; step += 1) {
    await page.keyboard.press('Tab')
    // Each step by itself: the page may put the focus elsewhere after what was done on it.
    const stop = await target.evaluate(lookAtFocus, { first: null, last: null })
    expect.soft(stop.problems, `${stop.name} on ${page.url()}`).toEqual([])
    if (stop.isTarget) return
    passed.push(stop.name)
  }
  throw new Error(`the keyboard does not reach ${target} on ${page.url()}: ${passed.slice(-5)}`)
}

/** Goes to `target` with the Tab key and presses Enter. */
export async function enter(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target)
  await page.keyboard.press('Enter')
}

/** Goes to a field with the Tab key and types. */
export async function typeInto(page: Page, field: Locator, text: string): Promise<void> {
  await tabTo(page, field)
  await page.keyboard.type(text)
}

/**
 * Walks once through everything on the page that takes the focus: each stop is seen and comes after the
 * one before it in the document, and the way ends where it began. Returns how many stops there are.
 */
export async function lapOf(page: Page): Promise<number> {
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    getSelection()?.removeAllRanges()
  })
  const trail = await newTrail(page)
  const body = page.locator('body')
  for (let stops = 0; stops < 400; stops += 1) {
    await page.keyboard.press('Tab')
    const stop = await body.evaluate(lookAtFocus, trail)
    if (stop.isRound) return stops
    expect.soft(stop.problems, `${stop.name} on ${page.url()}`).toEqual([])
  }
  throw new Error(`the keyboard does not come round on ${page.url()}`)
}
