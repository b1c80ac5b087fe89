import { Alert } from '@archway/ui/alert'
import { Card } from '@archway/ui/card'
import { Container } from '@archway/ui/container'
import { EmptyState } from '@archway/ui/empty-state'
import { Icon } from '@archway/ui/icon'
import { LinkButton } from '@archway/ui/link-button'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { currentActor } from '@/auth/actor'

/** A link that opens nothing any more: used, also by the reader, replaced or switched off. */
export async function DeadLink() {
  const t = await getTranslations('teams.claim')
  return (
    <Container size="content" className="py-16">
      <EmptyState
        headingLevel={1}
        icon={<Icon name="info" />}
        title={t('gone')}
        description={t('goneText')}
        actions={
          <LinkButton href="/learning" linkComponent={Link} variant="secondary">
            {t('learn')}
          </LinkButton>
        }
      />
    </Container>
  )
}

/**
 * What somebody with a link is offered: from whom, what, their words, and the way to take it, or why it
 * cannot be taken now.
 */
export async function ClaimPage({
  title,
  from,
  offering,
  message,
  refusal,
  returnTo,
  isHeld = false,
  children,
}: {
  title: string
  from: string
  offering: string
  message?: string
  refusal: string | null
  /** this page, to come back to after signing in */
  returnTo: string
  isHeld?: boolean
  children: ReactNode
}) {
  const t = await getTranslations('teams.claim')
  const errors = await getTranslations('errors')
  const actor = await currentActor()
  const needsSignIn = refusal === 'sign-in-required'
  const back = `?returnTo=${encodeURIComponent(returnTo)}`
  return (
    <Container size="content" className="py-12 sm:py-20">
      <Card className="mx-auto w-full max-w-lg gap-6 p-6 sm:p-8">
        <h1 className="font-display text-3xl">{title}</h1>
        <p>
          {from} <strong className="block text-lg">{offering}</strong>
        </p>
        {message ? (
          <blockquote className="wrap-anywhere whitespace-pre-line border-accent border-s-2 ps-4">
            {message}
          </blockquote>
        ) : null}
        {isHeld ? (
          <>
            <Alert variant="success">{t('held')}</Alert>
            <LinkButton href="/learning" linkComponent={Link}>
              {t('learn')}
            </LinkButton>
          </>
        ) : needsSignIn ? (
          <div className="flex flex-wrap gap-3">
            <LinkButton href={`/sign-in${back}`} linkComponent={Link}>
              {t('signIn')}
            </LinkButton>
            <LinkButton href={`/sign-up${back}`} linkComponent={Link} variant="secondary">
              {t('signUp')}
            </LinkButton>
          </div>
        ) : refusal ? (
          <Alert variant="warning">{errors(refusal as 'no-seat-left')}</Alert>
        ) : (
          <>
            {actor.type === 'member' ? (
              <p className="break-words text-muted-foreground text-sm">
                {t('into', { email: actor.email })}
              </p>
            ) : null}
            {children}
          </>
        )}
      </Card>
    </Container>
  )
}
