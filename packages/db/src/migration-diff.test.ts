import { expect, test } from 'vitest'
import { diffSchemas, migrationFolderName } from './migration-diff'

const schema = (models: string) => `generator client {
  provider = "prisma-client"
  output   = "../src/generated"
}
datasource db {
  provider = "postgresql"
}
${models}`

const ONE = schema('model Thing {\n  id Int @id\n}')

test('from nothing, everything is created', async () => {
  expect(await diffSchemas(null, ONE)).toContain('CREATE TABLE "Thing"')
})

test('only what changed is in the script', async () => {
  const sql = await diffSchemas(ONE, schema('model Thing {\n  id Int @id\n  name String?\n}'))
  expect(sql).toContain('ALTER TABLE "Thing" ADD COLUMN     "name" TEXT')
  expect(sql).not.toContain('CREATE TABLE')
})

test('comments and order are no difference', async () => {
  expect(
    await diffSchemas(ONE, schema('// a comment\nmodel Thing {\n  id Int @id // key\n}')),
  ).toBe('')
})

test('a schema with a mistake is refused in words', async () => {
  await expect(diffSchemas(null, schema('model Thing {\n  id Strin @id\n}'))).rejects.toThrow(
    /Strin/,
  )
})

test('folder names sort by time and are safe file names', () => {
  const now = new Date('2026-11-23T07:08:09.123Z')
  expect(migrationFolderName('Add reviews & votes!', now)).toBe('20261123070809_add_reviews_votes')
  expect(() => migrationFolderName('!!', now)).toThrow(/name/)
})
