import { defineConfig } from 'prisma/config'

const url = process.env.DATABASE_URL

/** Lets the ordinary Prisma CLI work on the same folder as our own migrate code. */
export default defineConfig({
  schema: 'prisma',
  migrations: { path: 'prisma/migrations' },
  ...(url ? { datasource: { url } } : {}),
})
