import 'server-only'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Colours of the light theme (packages/ui/src/styles/tokens.css); images have no style sheet. */
export const colours = {
  background: '#faf8f4',
  foreground: '#1e1b17',
  muted: '#625b52',
  line: '#cfc7ba',
  accent: '#0f4c5c',
}

const fontFiles = [
  { name: 'Newsreader', weight: 500, file: 'newsreader/files/newsreader-latin-500-normal.woff' },
  {
    name: 'Newsreader',
    weight: 500,
    file: 'newsreader/files/newsreader-latin-ext-500-normal.woff',
  },
  { name: 'Inter', weight: 500, file: 'inter/files/inter-latin-500-normal.woff' },
  { name: 'Inter', weight: 500, file: 'inter/files/inter-latin-ext-500-normal.woff' },
] as const

/** The typefaces of the site, for pictures. */
export const readFonts = () =>
  Promise.all(
    fontFiles.map(async ({ name, weight, file }) => ({
      name,
      weight,
      style: 'normal' as const,
      data: await readFile(join(process.cwd(), 'node_modules/@fontsource', file)),
    })),
  )
