import type { Page } from '@playwright/test'
import { answerOf, read } from './procedures'

async function providerId(desk: Page, q: string): Promise<string | undefined> {
  const [provider] = await read<{ id: string }[]>(desk, 'catalog.lookUpProviders', { q })
  return provider?.id
}

/** A course of somebody else's with everything that it needs to be published. Returns the offering's id. */
export async function publishableCourse(desk: Page, title: string): Promise<string> {
  const { offeringId } = await answerOf<{ offeringId: string }>(desk, 'catalog.create', {
    kind: 'course',
    origin: 'external',
    providerId: await providerId(desk, 'fast.ai'),
    title,
  })
  await answerOf(desk, 'catalog.update', {
    offeringId,
    version: 1,
    changes: {
      summary: 'A course that a test has made up.',
      descriptionHtml: '<p>About nothing.</p>',
      languages: ['en'],
      externalUrl: 'https://www.example.org/course',
      sourceUrl: 'https://www.example.org/list',
    },
  })
  return offeringId
}

/** A course of ours that nobody but the test knows, with a draft of two modules. Returns the offering's id. */
export async function draftCourse(desk: Page, title: string): Promise<string> {
  const { offeringId } = await answerOf<{ offeringId: string }>(desk, 'catalog.create', {
    kind: 'course',
    origin: 'own',
    providerId: await providerId(desk, 'Archway Academy'),
    title,
  })
  const { revisionId } = await answerOf<{ revisionId: string }>(
    desk,
    'catalog.content.beginDraft',
    { offeringId },
  )
  const lesson = (name: string, kind = 'article') => ({
    key: name.toLowerCase(),
    title: name,
    kind,
    minutes: 5,
    isPreview: false,
    isRequired: true,
  })
  await answerOf(desk, 'catalog.content.saveOutline', {
    offeringId,
    revisionId,
    outlineVersion: 1,
    modules: [
      { key: 'sea', title: 'Sea', summary: '', lessons: [lesson('Tides'), lesson('Waves')] },
      { key: 'land', title: 'Land', summary: '', lessons: [lesson('Dunes', 'quiz')] },
    ],
  })
  return offeringId
}
