import { type APIResponse, expect, type Page } from '@playwright/test'

/** Calls a procedure that changes something, as the page's person could from the browser's console. */
export async function mutate(page: Page, procedure: string, input: object): Promise<APIResponse> {
  return await page.request.post(`/api/trpc/${procedure}`, {
    headers: { origin: new URL(page.url()).origin },
    data: { json: input },
  })
}

/** What a procedure that changes something answers; it must be allowed. */
export async function answerOf<Answer>(
  page: Page,
  procedure: string,
  input: object,
): Promise<Answer> {
  const response = await mutate(page, procedure, input)
  expect(response.ok(), `${procedure}: ${await response.text()}`).toBe(true)
  return (await response.json()).result.data.json
}

/** What a procedure that only reads answers. */
export async function read<Answer>(page: Page, procedure: string, input: object): Promise<Answer> {
  const query = new URLSearchParams({ input: JSON.stringify({ json: input }) })
  const response = await page.request.get(`/api/trpc/${procedure}?${query}`)
  expect(response.ok(), `${procedure}: ${await response.text()}`).toBe(true)
  return (await response.json()).result.data.json
}
