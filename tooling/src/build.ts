import { buildWeb } from './stack/web-build'

/** `npm run build`: builds the site for production. Needs no database and no environment. */
export async function main(): Promise<number> {
  const isNew = await buildWeb(process.env)
  process.stdout.write(isNew ? 'Built.\n' : 'The build is up to date.\n')
  return 0
}
