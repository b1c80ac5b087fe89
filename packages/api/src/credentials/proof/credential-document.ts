import { createHash } from 'node:crypto'
import { credentialUrls } from '../rules/addresses'
import type { AchievementContent, ExamScale } from '../schema'
import { credentialsV2, openBadgesExtensions, openBadgesV3 } from './contexts'
import { toDateTime } from './data-integrity'

/** Everything that goes into a credential. */
export type CredentialFacts = {
  appUrl: string
  id: string
  issuer: { did: string; name: string; providerSlug: string }
  achievement: { id: string; version: number; content: AchievementContent }
  /** the address as a hash with its salt: who knows the address can recognise it */
  holder: { name: string; emailHash: string; salt: string }
  licenseNumber: string
  awardedAt: Date
  validFrom: Date
  validUntil: Date | null
  /** the result of an exam on the scale of its achievement; null where nothing is scored */
  scaledScore: number | null
  status: { listNumber: number; index: number }
}

const achievementTypes = {
  course: 'CertificateOfCompletion',
  program: 'Certificate',
  certification: 'Certification',
} as const

/** An address hashed as Open Badges 3.0 wants it (IdentityHash); the salt makes guessing useless. Pure. */
export const hashIdentity = (email: string, salt: string) => ({
  salt,
  emailHash: `sha256$${createHash('sha256')
    .update(email + salt)
    .digest('hex')}`,
})

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
          ...identity('emailAddress', holder.emailHash),
          hashed: true,
          salt: holder.salt,
        },
      ],
      licenseNumber: facts.licenseNumber,
      ...(facts.scaledScore === null ? {} : { result: examResults(url, facts.scaledScore) }),
      achievement: {
        id: url,
        type: ['Achievement'],
        achievementType: achievementTypes[content.kind],
        name: content.name,
        description: content.description,
        version: String(achievement.version),
        inLanguage: content.language,
        ...(content.code ? { humanCode: content.code } : {}),
        criteria: { id: url, narrative: content.criteria },
        image: { id: credentialUrls.badge(appUrl, achievement.id), type: 'Image' },
        ...(content.skills.length > 0 ? { tag: content.skills } : {}),
        ...(content.scale ? { resultDescription: resultDescriptions(url, content.scale) } : {}),
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

const outcomeOf = (url: string) => `${url}#outcome`
const scoreOf = (url: string) => `${url}#scaled-score`

/** What the results of an exam mean: the scale with the score that passes, and the outcome in a word. */
const resultDescriptions = (url: string, { min, max, cut }: ExamScale) => [
  {
    id: scoreOf(url),
    type: ['ResultDescription'],
    name: 'Scaled score',
    resultType: 'ScaledScore',
    valueMin: String(min),
    valueMax: String(max),
    requiredValue: String(cut),
  },
  { id: outcomeOf(url), type: ['ResultDescription'], name: 'Outcome', resultType: 'Status' },
]

/** A pass has no more than these two results: nobody is told by which domain. */
const examResults = (url: string, scaledScore: number) => [
  { type: ['Result'], resultDescription: scoreOf(url), value: String(scaledScore) },
  { type: ['Result'], resultDescription: outcomeOf(url), status: 'Completed' },
]

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
