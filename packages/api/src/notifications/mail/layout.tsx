/** @jsxRuntime automatic */
import {
  Body,
  Button,
  Container,
  Head,
  Hr,
  Html,
  Link,
  Preview,
  Section,
  Text,
} from '@react-email/components'
import type { CSSProperties, ReactNode } from 'react'

const font = 'Inter, -apple-system, "Segoe UI", Helvetica, Arial, sans-serif'
const ink = '#1f2423'
const muted = '#5c6462'
const accent = '#0f5257'

const styles = {
  body: { backgroundColor: '#f5f3ef', fontFamily: font, margin: 0, padding: '24px 0' },
  card: {
    backgroundColor: '#ffffff',
    border: '1px solid #e3dfd8',
    borderRadius: '8px',
    maxWidth: '560px',
    padding: '32px',
  },
  brand: { color: ink, fontSize: '16px', fontWeight: 600, margin: '0 0 24px' },
  text: { color: ink, fontSize: '16px', lineHeight: '24px', margin: '0 0 16px' },
  small: { color: muted, fontSize: '13px', lineHeight: '20px', margin: '0 0 8px' },
  button: {
    backgroundColor: accent,
    borderRadius: '6px',
    color: '#ffffff',
    display: 'inline-block',
    fontSize: '16px',
    fontWeight: 600,
    padding: '12px 20px',
    textDecoration: 'none',
  },
} satisfies Record<string, CSSProperties>

/** The frame of every mail. `preview` is the line that inboxes show beside the subject. */
export function MailLayout({
  preview,
  appUrl,
  children,
}: {
  preview: string
  appUrl: string
  children: ReactNode
}) {
  return (
    <Html lang="en">
      <Head />
      <Preview>{preview}</Preview>
      <Body style={styles.body}>
        <Container style={styles.card}>
          <Text style={styles.brand}>Archway</Text>
          {children}
          <Hr style={{ borderColor: '#e3dfd8', margin: '24px 0 16px' }} />
          <Text style={styles.small}>
            Sent by Archway, <TextLink href={appUrl}>{appUrl.replace(/^https?:\/\//, '')}</TextLink>
            , about your account or an order of yours.
          </Text>
        </Container>
      </Body>
    </Html>
  )
}

export const Paragraph = ({ children }: { children: ReactNode }) => (
  <Text style={styles.text}>{children}</Text>
)

export const Small = ({ children }: { children: ReactNode }) => (
  <Text style={styles.small}>{children}</Text>
)

export const TextLink = ({ href, children }: { href: string; children: ReactNode }) => (
  <Link href={href} style={{ color: accent, textDecoration: 'underline' }}>
    {children}
  </Link>
)

/** What somebody wrote, as they broke the lines. */
export const Quote = ({ children }: { children: string }) => (
  <Text
    style={{
      ...styles.text,
      borderLeft: `3px solid ${accent}`,
      paddingLeft: '16px',
      whiteSpace: 'pre-line',
    }}
  >
    {children}
  </Text>
)

/** A button, and the bare address under it for readers that show no buttons. */
export const Action = ({ href, children }: { href: string; children: ReactNode }) => (
  <Section style={{ margin: '8px 0 20px' }}>
    <Button href={href} style={styles.button}>
      {children}
    </Button>
    <Text style={{ ...styles.small, marginTop: '12px', wordBreak: 'break-all' }}>{href}</Text>
  </Section>
)

export const Greeting = ({ name }: { name: string | null }) => (
  <Paragraph>{name ? `Hello ${name},` : 'Hello,'}</Paragraph>
)
