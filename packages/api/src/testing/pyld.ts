import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { contextOf } from '../credentials/proof/contexts'
import { fromBase58, fromMultikey } from '../credentials/proof/multibase'

/** The Python that knows PyLD, with OpenSSL beside it: the first in the path, or the system's own. */
const python = ['python3', '/usr/bin/python3'].find(
  (program) =>
    spawnSync(program, ['-c', 'import pyld, shutil; assert shutil.which("openssl")']).status === 0,
)

/** Whether PyLD and OpenSSL are there (Debian: python3-pyld, openssl). */
export const hasPyld = (): boolean => python !== undefined

/** How DER says that an Ed25519 public key follows (RFC 8410, 4). */
const spkiPrefix = Buffer.from('302a300506032b6570032100', 'hex')

/** What PyLD and OpenSSL find about the proof of a document: `sound` or `broken`; what they complain of otherwise. */
export function verifyByPyld(document: Record<string, unknown>, publicMultibase: string): string {
  const [proof] = Array.isArray(document.proof) ? document.proof : []
  const urls = Array.isArray(document['@context']) ? document['@context'].map(String) : []
  const input = {
    document,
    contexts: Object.fromEntries(urls.map((url) => [url, contextOf(url)])),
    publicKey: Buffer.concat([spkiPrefix, fromMultikey(publicMultibase)]).toString('base64'),
    signature: fromBase58(String(Reflect.get(Object(proof), 'proofValue'))).toString('base64'),
  }
  const script = join(import.meta.dirname, 'pyld-check.py')
  const { stdout, stderr } = spawnSync(python ?? 'python3', [script], {
    input: JSON.stringify(input),
  })
  return stdout.toString().trim() || stderr.toString().trim()
}
