import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { listNames, readChecked } from '../read-checked'
import { type ItemContent, itemFile } from './item-schema'

/** As much of a scheme as items refer to. */
const blueprintOf = z.object({
  code: z.string(),
  blueprint: z.object({
    domains: z.array(z.object({ code: z.string(), objectives: z.array(z.string()) })),
  }),
})

export type BankItem = ItemContent & {
  /** of the blueprint: `2` and `2.1` */
  domain: string
  objective: string
  /** path of the image inside the folder of the content; null: the item has none */
  image: string | null
}

/**
 * The items of a certification, from the folder `items/<slug of the certification>`, in the order of
 * the blueprint. Throws, naming the file or the item, when one breaks the format, when two have the
 * same code or stem, or when a scheme's objective, an enemy, a person or an image is not there.
 */
export async function readItemBank(
  folder: string,
  slug: string,
  scheme: unknown,
  people: readonly { slug: string }[],
): Promise<BankItem[]> {
  const { code: prefix, blueprint } = blueprintOf.parse(scheme)
  const path = `items/${slug}`
  const files = await Promise.all(
    (await listNames(join(folder, path), 'file')).map((name) =>
      readChecked(folder, `${path}/${name}`, itemFile),
    ),
  )
  const items = files.flatMap((file) => {
    const { objective } = file
    const [domain, number] = objective.split('.')
    const place = blueprint.domains.find((candidate) => candidate.code === domain)
    if (place?.objectives[Number(number) - 1] === undefined) {
      throw new Error(`${path}: the scheme has no objective ${objective}`)
    }
    return file.items.map((item): BankItem => {
      const image =
        item.kind === 'hotspot'
          ? item.content.image.key.replace(/^items\//, `${path}/images/`)
          : null
      return { ...item, domain: place.code, objective, image }
    })
  })
  const codes = new Set(items.map(({ code }) => code))
  const known = new Set(people.map((person) => person.slug))
  for (const { code, author, reviewer, enemies = [], image } of items) {
    const missing = [
      ...enemies.filter((enemy) => enemy === code || !codes.has(enemy)),
      ...[author, reviewer].filter((person) => !known.has(person)),
    ]
    if (missing.length > 0) throw new Error(`${path}: ${code}: there is no ${missing.join(', ')}`)
    if (!code.startsWith(`${prefix}-`)) throw new Error(`${path}: ${code} is not of ${prefix}`)
    if (image !== null) await stat(join(folder, image))
  }
  if (codes.size < items.length) throw new Error(`${path}: two items have the same code`)
  if (new Set(items.map(({ content }) => content.stem)).size < items.length) {
    throw new Error(`${path}: two items have the same stem`)
  }
  return items
}
