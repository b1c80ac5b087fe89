import type { PublicCredential } from '@archway/api/credentials/reads/public-credential'
import { credentialUrls } from '@archway/api/credentials/rules/addresses'
import { linkedInUrl } from '@archway/api/credentials/rules/linkedin'
import { Badge } from '@archway/ui/badge'
import { Container } from '@archway/ui/container'
import { CopyButton } from '@archway/ui/copy-button'
import { LinkButton } from '@archway/ui/link-button'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { env } from '@/env'
import type { Formats } from '@/lib/formats'
import { Certificate } from './certificate'
import { CheckLines } from './check-lines'
import { StandingBanner } from './standing-banner'

/** The public page of a credential: how it stands, the certificate, the check, what it took. */
export async function CredentialView({
  credential,
  now,
  formats,
}: {
  credential: PublicCredential
  now: Date
  formats: Formats
}) {
  const t = await getTranslations('credentials')
  const { achievement, findings, issuer } = credential
  const { content, offering } = achievement
  const { appUrl } = env()
  const url = credentialUrls.page(appUrl, credential.id)
  return (
    <Container size="page" className="grid gap-8 py-8 sm:py-12">
      <StandingBanner credential={credential} formats={formats} />
      <Certificate credential={credential} formats={formats} />
      <div className="grid gap-12 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="grid content-start gap-10">
          {findings ? (
            <section aria-labelledby="check">
              <h2 id="check" className="font-display text-2xl">
                {t('page.check')}
              </h2>
              <CheckLines findings={findings} issuer={issuer.name} />
              <p className="mt-4 text-muted-foreground text-sm">
                {t('page.checkedAt', { time: formats.dateTime(now) })}
              </p>
            </section>
          ) : null}
          <section aria-labelledby="about">
            <h2 id="about" className="font-display text-2xl">
              {t('page.about')}
            </h2>
            <p className="mt-4 max-w-prose">{content.description}</p>
            <p className="mt-3 max-w-prose text-muted-foreground">{content.criteria}</p>
            {credential.isScoreKeptBack ? (
              <p className="mt-3 max-w-prose text-muted-foreground">{t('page.scoreKeptBack')}</p>
            ) : null}
            {content.skills.length > 0 ? (
              <>
                <h3 className="mt-6 font-semibold">{t('page.skills')}</h3>
                <ul className="mt-3 flex flex-wrap gap-2">
                  {content.skills.map((skill) => (
                    <li key={skill}>
                      <Badge>{skill}</Badge>
                    </li>
                  ))}
                </ul>
              </>
            ) : null}
            <p className="mt-6 flex flex-wrap gap-x-6 gap-y-2 text-sm">
              {offering && offering.kind !== 'membership' ? (
                <Link href={`/${offering.kind}s/${offering.slug}`} className="text-link">
                  {t(`page.goTo.${content.kind}`)}
                </Link>
              ) : null}
              <Link href={`/achievements/${achievement.id}`} className="text-link">
                {t('page.versionOf', { version: achievement.version })}
              </Link>
            </p>
          </section>
        </div>
        <aside className="grid content-start gap-8">
          {credential.standing === 'valid' && credential.subjectName !== null ? (
            <section aria-labelledby="take" className="grid gap-3">
              <h2 id="take" className="font-semibold text-lg">
                {t('page.take')}
              </h2>
              <LinkButton
                href={linkedInUrl({
                  name: content.name,
                  organisation: issuer.name,
                  licenseNumber: credential.licenseNumber,
                  url,
                  validFrom: credential.validFrom,
                  validUntil: credential.validUntil,
                })}
                target="_blank"
                rel="noopener"
              >
                {t('page.linkedin')}
              </LinkButton>
              {(['pdf', 'png', 'svg', 'bundle', 'document', 'jwt'] as const).map((kind) => (
                <LinkButton
                  key={kind}
                  href={credentialUrls[kind](appUrl, credential.id)}
                  variant="secondary"
                  download
                >
                  {t(`page.${kind}`)}
                </LinkButton>
              ))}
              <p className="flex items-center gap-2 break-all text-muted-foreground text-sm">
                {url}
                <CopyButton
                  text={url}
                  labels={{ copy: t('page.copyLink'), copied: t('page.copied') }}
                />
              </p>
              <p className="text-muted-foreground text-sm">
                {t('page.byHand', {
                  name: content.name,
                  organisation: issuer.name,
                  number: credential.licenseNumber,
                })}
              </p>
            </section>
          ) : null}
          <section aria-labelledby="technical" className="grid gap-3 text-sm">
            <h2 id="technical" className="font-semibold text-lg">
              {t('page.technical')}
            </h2>
            <p className="text-muted-foreground">{t('page.technicalText')}</p>
            <dl className="grid gap-3">
              <div>
                <dt className="text-muted-foreground">{t('page.did')}</dt>
                <dd className="mt-0.5 break-all font-mono text-xs">{issuer.did}</dd>
              </div>
              <div>
                <dt className="text-muted-foreground">{t('page.sha256')}</dt>
                <dd className="mt-0.5 break-all font-mono text-xs">{credential.sha256}</dd>
              </div>
            </dl>
          </section>
        </aside>
      </div>
    </Container>
  )
}
