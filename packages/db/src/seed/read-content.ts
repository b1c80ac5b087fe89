import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { offeringsFile, peopleFile, providersFile, skillsFile, topicsFile } from './content-schema'
import { courseFile } from './course-schema'
import { guideFile } from './guide-schema'

/** The content that ships with the project. */
export const CONTENT_DIR = fileURLToPath(new URL('../../seed', import.meta.url))

/** The content of a folder, checked. A broken file is an error that names the file and the place in it. */
export type Content = Awaited<ReturnType<typeof readContent>>

async function readChecked<Schema extends z.ZodType>(
  folder: string,
  path: string,
  schema: Schema,
): Promise<z.infer<Schema>> {
  const text = await readFile(join(folder, path), 'utf8')
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw new Error(`${path}: not JSON: ${(error as Error).message}`)
  }
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const issues = result.error.issues.map(
    (issue) => `${path}: ${issue.path.join('.') || '(top)'}: ${issue.message}`,
  )
  throw new Error(issues.join('\n'))
}

async function listNames(folder: string, want: 'file' | 'folder'): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  return entries
    .filter((entry) => (want === 'file' ? entry.name.endsWith('.json') : entry.isDirectory()))
    .map((entry) => entry.name)
    .sort()
}

/** A scheme's document is checked by the product's own rules when it is loaded. */
const schemeFile = z.record(z.string(), z.json())

/** Reads and validates the whole folder: catalogue, courses, guides and schemes. Bodies stay on disk. */
export async function readContent(folder: string) {
  const [topics, skills, providers, people] = await Promise.all([
    readChecked(folder, 'catalogue/topics.json', topicsFile),
    readChecked(folder, 'catalogue/skills.json', skillsFile),
    readChecked(folder, 'catalogue/providers.json', providersFile),
    readChecked(folder, 'catalogue/people.json', peopleFile),
  ])
  const offerings = await Promise.all(
    (await listNames(join(folder, 'catalogue/offerings'), 'file')).map((name) =>
      readChecked(folder, `catalogue/offerings/${name}`, offeringsFile),
    ),
  )
  const courses = await Promise.all(
    (await listNames(join(folder, 'courses'), 'folder')).map(async (name) => ({
      path: `courses/${name}`,
      content: await readChecked(folder, `courses/${name}/course.json`, courseFile),
    })),
  )
  const guides = await Promise.all(
    (await listNames(join(folder, 'guides'), 'folder')).map(async (name) => ({
      path: `guides/${name}`,
      content: await readChecked(folder, `guides/${name}/guide.json`, guideFile),
    })),
  )
  const schemes = await Promise.all(
    (await listNames(join(folder, 'schemes'), 'file')).map(async (name) => ({
      path: `schemes/${name}`,
      slug: name.replace(/\.json$/, ''),
      document: await readChecked(folder, `schemes/${name}`, schemeFile),
    })),
  )
  return {
    folder,
    topics,
    skills,
    providers,
    people,
    offerings: offerings.flat(),
    courses,
    guides,
    schemes,
  }
}
