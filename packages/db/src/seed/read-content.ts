import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { offeringsFile, peopleFile, providersFile, skillsFile, topicsFile } from './content-schema'
import { courseFile } from './course-schema'
import { guideFile } from './guide-schema'
import { readItemBank } from './items/read-item-bank'
import { listNames, readChecked } from './read-checked'

/** The content that ships with the project. */
export const CONTENT_DIR = fileURLToPath(new URL('../../seed', import.meta.url))

/** The content of a folder, checked. A broken file is an error that names the file and the place in it. */
export type Content = Awaited<ReturnType<typeof readContent>>

/** A scheme's document is checked by the product's own rules when it is loaded. */
const schemeFile = z.record(z.string(), z.json())

/** Reads and validates the whole folder: catalogue, courses, guides, schemes and their items. Bodies stay on disk. */
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
  const itemBanks = await Promise.all(
    (await listNames(join(folder, 'items'), 'folder')).map(async (slug) => {
      const scheme = schemes.find((candidate) => candidate.slug === slug)
      if (scheme === undefined) throw new Error(`items/${slug}: there is no scheme of this name`)
      return { slug, items: await readItemBank(folder, slug, scheme.document, people) }
    }),
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
    itemBanks,
  }
}
