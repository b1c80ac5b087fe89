import { createHash } from 'node:crypto'
import { credentialUrls } from '../rules/addresses'
import type { AchievementContent } from '../schema'
import { credentialsV2, openBadgesExtensions, openBadgesV3 } from './contexts'
import { toDateTime } from './data-integrity'

/** Everything that goes into a credential. */
export type CredentialFacts = {
  appUrl: string
  id: string
  issuer: { did: string; name: string; providerSlug: string }
  achievement: { id: string; version: number; content: AchievementContent }
  holder: { name: string; email: string }
  /** makes the hash of the address useless for finding the address */
  salt: string
  licenseNumber: string
  awardedAt: Date
  validFrom: Date
  validUntil: Date | null
  status: { listNumber: number; index: number }
}

const achievementTypes = { course: 'CertificateOfCompletion', program: 'Certificate' } as const

const hashOf = (text: string, salt: string) =>
  `sha256$${createHash('sha256')
    .update(text + salt)
    .digest('hex')}`

/**
 * The credential before it is signed, in the shape that all verifiers accept: Open Badges 3.0 over the W3C's
 * Verifiable Credentials 2.0. Arrays where the strict schema asks for arrays, one status entry, contexts in
 * the order that is checked by position. Pure.
 */
export function credentialDocument(facts: CredentialFacts) {
  const { appUrl, issuer, achievement, holder, status } = facts
  const { content } = achievement
  const url = credentialUrls.achievement(appUrl, achievement.id)
  const listUrl = credentialUrls.statusList(appUrl, status.listNumber)
  return {
    '@context': [credentialsV2, openBadgesV3, openBadgesExtensions],
    id: `urn:uuid:${facts.id}`,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: content.name,
    description: content.description,
    // Said once: of what is said twice about the same thing, one could be dropped without a trace.
    issuer: {
      id: issuer.did,
      type: ['Profile'],
      name: issuer.name,
      url: credentialUrls.provider(appUrl, issuer.providerSlug),
    },
    validFrom: toDateTime(facts.validFrom),
    ...(facts.validUntil ? { validUntil: toDateTime(facts.validUntil) } : {}),
    awardedDate: toDateTime(facts.awardedAt),
    credentialSubject: {
      type: ['AchievementSubject'],
      identifier: [
        identity('name', holder.name),
        {
          ...identity('emailAddress', hashOf(holder.email.toLowerCase(), facts.salt)),
          hashed: true,
          salt: facts.salt,
        },
      ],
      licenseNumber: facts.licenseNumber,
      achievement: {
        id: url,
        type: ['Achievement'],
        achievementType: achievementTypes[content.kind],
        name: content.name,
        description: content.description,
        version: String(achievement.version),
        inLanguage: content.language,
        criteria: { id: url, narrative: content.criteria },
        image: { id: credentialUrls.badge(appUrl, achievement.id), type: 'Image' },
        ...(content.skills.length > 0 ? { tag: content.skills } : {}),
      },
    },
    evidence: [
      {
        id: credentialUrls.page(appUrl, facts.id),
        type: ['Evidence'],
        name: 'Public record of this credential',
      },
    ],
    credentialStatus: {
      id: `${listUrl}#${status.index}`,
      type: 'BitstringStatusListEntry',
      statusPurpose: 'revocation',
      statusListIndex: String(status.index),
      statusListCredential: listUrl,
    },
    credentialSchema: [
      {
        id: 'https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json',
        type: '1EdTechJsonSchemaValidator2019',
      },
    ],
  }
}

const identity = (identityType: 'name' | 'emailAddress', identityHash: string) => ({
  type: 'IdentityObject',
  identityType,
  identityHash,
  hashed: false,
})

/** A status list before it is signed (W3C, Bitstring Status List 1.0, 4.2). Pure. */
export function statusListDocument(list: {
  url: string
  did: string
  encodedList: string
  validFrom: Date
  validUntil: Date
}) {
  return {
    '@context': [credentialsV2],
    id: list.url,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer: list.did,
    validFrom: toDateTime(list.validFrom),
    validUntil: toDateTime(list.validUntil),
    credentialSubject: {
      id: `${list.url}#list`,
      type: 'BitstringStatusList',
      statusPurpose: 'revocation',
      encodedList: list.encodedList,
    },
  }
}
