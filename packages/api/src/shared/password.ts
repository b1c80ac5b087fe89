import { hash, verify } from '@node-rs/argon2'

/**
 * argon2id with 19 MiB, two passes, one lane: OWASP's password storage cheat sheet (2025).
 * The library's default algorithm is argon2id.
 */
const options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** The password as a PHC string with a salt of its own. */
export const hashPassword = (password: string): Promise<string> => hash(password, options)

/** A hash of nothing anybody types, so that an unknown address takes as long as a wrong password. */
let decoy: Promise<string> | null = null

/** Whether the password is the one behind the hash. Takes as long when there is no hash. */
export async function verifyPassword(
  passwordHash: string | null,
  password: string,
): Promise<boolean> {
  decoy ??= hashPassword(`${Math.random()}${Date.now()}`)
  const isRight = await verify(passwordHash ?? (await decoy), password)
  return passwordHash !== null && isRight
}
