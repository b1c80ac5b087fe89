import { qrPath, qrTextOf } from '@archway/api/credentials/images/qr'
import type { PublicCredential } from '@archway/api/credentials/reads/public-credential'
import { getTranslations } from 'next-intl/server'
import { env } from '@/env'
import type { Formats } from '@/lib/formats'

/** The certificate as it would hang on a wall: who, what, from whom, when, and the one QR code. */
export async function Certificate({
  credential,
  formats,
}: {
  credential: PublicCredential
  formats: Formats
}) {
  const t = await getTranslations('credentials.certificate')
  const { achievement, issuer, score, subjectName, validUntil } = credential
  const { kind, name, scale } = achievement.content
  return (
    <article
      aria-label={t('label')}
      className="relative isolate overflow-hidden rounded-2xl border border-border-strong bg-surface shadow-sm"
    >
      <Arches />
      <div className="grid gap-10 p-7 sm:p-12 lg:p-16">
        <header className="flex flex-wrap items-center justify-between gap-4">
          <p className="font-semibold text-lg">{issuer.name}</p>
          <p className="text-muted-foreground text-sm">{t(kind)}</p>
        </header>
        <div className="max-w-3xl">
          <p className="text-muted-foreground">{t('awardedTo')}</p>
          <h1 className="mt-2 break-words font-display text-5xl leading-tight max-sm:text-4xl">
            {subjectName ?? t('erasedName')}
          </h1>
          <p className="mt-6 text-muted-foreground">{t(`for.${kind}`)}</p>
          <p className="mt-2 font-display text-3xl leading-snug max-sm:text-2xl">{name}</p>
        </div>
        <div className="flex flex-wrap items-end justify-between gap-8 border-border border-t pt-8">
          <dl className="grid gap-x-10 gap-y-5 text-sm sm:grid-cols-3">
            <Fact label={t('issued')}>{formats.date(credential.validFrom)}</Fact>
            <Fact label={t('until')}>{validUntil ? formats.date(validUntil) : t('noEnd')}</Fact>
            <Fact label={t('number')}>
              <span className="tabular-nums">{credential.licenseNumber}</span>
            </Fact>
            {score !== null && scale ? (
              <Fact label={t('score')}>
                {t('scoreOf', { score, max: scale.max, cut: scale.cut })}
              </Fact>
            ) : null}
          </dl>
          <Qr text={qrTextOf(env().appUrl, credential.id)} label={t('qr')} />
        </div>
      </div>
    </article>
  )
}

function Fact({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div>
      <dt className="text-muted-foreground">{label}</dt>
      <dd className="mt-1 font-medium text-base">{children}</dd>
    </div>
  )
}

/** Always dark on white, whatever the theme: many readers of codes know nothing else. */
function Qr({ text, label }: { text: string; label: string }) {
  const { size, path } = qrPath(text)
  return (
    <svg
      viewBox={`-4 -4 ${size + 8} ${size + 8}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
      className="size-32 rounded-md"
    >
      <rect x={-4} y={-4} width={size + 8} height={size + 8} fill="white" />
      <path d={path} fill="black" />
    </svg>
  )
}

/** The arches of the house, behind the text and for the eye alone. */
function Arches() {
  return (
    <svg
      viewBox="0 0 420 520"
      fill="none"
      aria-hidden="true"
      className="absolute end-0 bottom-0 -z-10 h-4/5 text-border max-md:opacity-50"
    >
      {[200, 156, 112, 68].map((half) => (
        <path
          key={half}
          d={`M${210 - half} 520V222a${half} ${half} 0 0 1 ${half * 2} 0V520`}
          stroke="currentColor"
          strokeWidth="2"
        />
      ))}
    </svg>
  )
}
