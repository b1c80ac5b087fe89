/**
 * What the page of a bundle runs, in any browser of 2025 or later, without a network. It checks the two signatures
 * over the canonical statements that come along, and shows what these statements say and nothing else: what is
 * not signed is not shown. `check(data, now)` is free of the page, so that it can be run anywhere.
 */
export const offlineCheck = String.raw`
const digits = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'
function bytesOf(multibase) {
  let rest = 0n
  for (const digit of multibase.slice(1)) rest = rest * 58n + BigInt(digits.indexOf(digit))
  let hex = rest.toString(16)
  if (hex.length % 2) hex = '0' + hex
  const zeros = /^1*/.exec(multibase.slice(1))[0].length
  return Uint8Array.from([...Array(zeros).fill(0), ...hex.match(/../g).map((pair) => parseInt(pair, 16))])
}
async function sha256(text) {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))
}
function statements(text) {
  return text.split('\n').filter(Boolean).map((line) => {
    const [, subject, predicate, object] = /^(\S+) <([^>]+)> (.+) \.$/.exec(line)
    const literal = /^("(?:[^"\\]|\\.)*")/.exec(object)
    return { subject, predicate, value: literal ? JSON.parse(literal[1]) : object.replace(/^<|>$/g, '') }
  })
}
const names = {
  issuer: 'https://www.w3.org/2018/credentials#issuer',
  from: 'https://www.w3.org/2018/credentials#validFrom',
  until: 'https://www.w3.org/2018/credentials#validUntil',
  name: 'https://schema.org/name',
  method: 'https://w3id.org/security#verificationMethod',
  suite: 'https://w3id.org/security#cryptosuite',
  index: 'https://www.w3.org/ns/credentials/status#statusListIndex',
  inList: 'https://www.w3.org/ns/credentials/status#statusListCredential',
  bits: 'https://www.w3.org/ns/credentials/status#encodedList',
  number: 'https://purl.imsglobal.org/spec/vc/ob/vocab.html#licenseNumber',
  idType: 'https://purl.imsglobal.org/spec/vc/ob/vocab.html#identityType',
  idHash: 'https://purl.imsglobal.org/spec/vc/ob/vocab.html#identityHash',
}
const find = (all, predicate, subject) =>
  all.find((one) => one.predicate === predicate && (!subject || one.subject === subject))?.value
async function isSigned({ statements: text, options, proofValue }, did) {
  const said = statements(options)
  const method = find(said, names.method)
  const key = did.verificationMethod.find(({ id }) => id === method)
  const issuer = find(statements(text), names.issuer)
  if (!key || issuer !== did.id || key.controller !== did.id || !did.assertionMethod.includes(method)) return false
  if (find(said, names.suite) !== 'eddsa-rdfc-2022') return false
  const raw = bytesOf(key.publicKeyMultibase)
  if (raw.length !== 34 || raw[0] !== 0xed || raw[1] !== 1) return false
  const known = await crypto.subtle.importKey('raw', raw.slice(2), { name: 'Ed25519' }, false, ['verify'])
  const data = new Uint8Array([...(await sha256(options)), ...(await sha256(text))])
  return crypto.subtle.verify({ name: 'Ed25519' }, known, bytesOf(proofValue), data)
}
async function bitOf(encoded, index) {
  const packed = Uint8Array.from(atob(encoded.slice(1).replace(/-/g, '+').replace(/_/g, '/')), (c) => c.charCodeAt(0))
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'))
  const bits = new Uint8Array(await new Response(stream).arrayBuffer())
  return (bits[index >> 3] & (128 >> (index & 7))) !== 0
}
async function check(data, now) {
  const said = statements(data.credential.statements)
  const root = said.find((one) => one.predicate === names.issuer).subject
  const isSound = await isSigned(data.credential, data.did)
  const from = find(said, names.from)
  const until = find(said, names.until)
  const isCurrent = Date.parse(from) <= now && (!until || now < Date.parse(until))
  const listed = statements(data.list.statements)
  const listId = listed.find((one) => one.predicate === names.issuer).subject.replace(/^<|>$/g, '')
  const isListSound = (await isSigned(data.list, data.did)) && find(said, names.inList) === listId
  const isSet = isListSound && (await bitOf(find(listed, names.bits), Number(find(said, names.index))))
  const holder = said.find((one) => one.predicate === names.idType && one.value === 'name')
  return {
    isSound, isCurrent, isListSound, isSet, from, until,
    listFrom: find(listed, names.from),
    name: isSound ? find(said, names.name, root) : null,
    holder: isSound && holder ? find(said, names.idHash, holder.subject) : null,
    issuer: isSound ? find(said, names.name, '<' + data.did.id + '>') : null,
    number: isSound ? find(said, names.number) : null,
  }
}
`
