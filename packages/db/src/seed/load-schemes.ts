import type { Tx } from '../client'
import type { LoadedCatalogue } from './load-catalogue'
import type { SeedOptions } from './options'
import type { Content } from './read-content'

/** The first version of each certification's scheme. Throws, naming the file, when one breaks the format. */
export async function loadSchemes(
  tx: Tx,
  content: Content,
  catalogue: LoadedCatalogue,
  options: SeedOptions,
): Promise<void> {
  for (const { path, slug, document } of content.schemes) {
    const offeringId = catalogue.offerings.id(path, slug)
    if (offeringId === null) continue
    try {
      options.checkScheme(document)
    } catch (error) {
      throw new Error(`${path}: ${(error as Error).message}`)
    }
    await tx.schemeVersion.create({
      data: { offeringId, number: 1, document, publishedAt: options.now },
    })
  }
}
