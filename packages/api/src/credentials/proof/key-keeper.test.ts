import { expect, test } from 'vitest'
import { createKeyKeeper } from './key-keeper'

const first = 'the first secret of this installation'
const second = 'the second secret of this installation'
const data = Buffer.from('what is signed')

test('a key opens with the secret that sealed it, also while that is being changed', async () => {
  const key = await createKeyKeeper([first]).create('ed25519')
  const signature = await createKeyKeeper([first]).sign(key, data)
  expect(await createKeyKeeper([second, first]).sign(key, data)).toEqual(signature)
  await expect(createKeyKeeper([second]).sign(key, data)).rejects.toThrow(/CREDENTIAL_KEYS_SECRET/)
})

test('a sealed key is bound to its public half and does not show the private one', async () => {
  const keeper = createKeyKeeper([first])
  const [key, other] = [await keeper.create('ed25519'), await keeper.create('ed25519')]
  const swapped = { custody: key.custody, publicMultibase: other.publicMultibase }
  await expect(keeper.sign(swapped, data)).rejects.toThrow()
  await expect(keeper.sign({ ...key, custody: 'vault:key-7' }, data)).rejects.toThrow(/elsewhere/)
})
