import 'server-only'
import { ImageResponse } from 'next/og'
import type { SocialCard } from './card'
import { drawableText } from './drawable'
import { colours, readFonts } from './look'

/** Large titles get smaller letters, so that the longest still fits into three lines. */
const titleSize = (title: string) => (title.length <= 34 ? 84 : title.length <= 64 ? 68 : 54)

/** A PNG of 1200 × 630 with the card's words beside the arches of the brand mark. */
export async function drawSocialImage(card: SocialCard, brand: string): Promise<Uint8Array> {
  const title = drawableText(card.title, card.eyebrow || brand)
  const details = card.details.map((detail) => drawableText(detail, '')).filter(Boolean)
  const response = new ImageResponse(
    <div
      style={{
        width: '100%',
        height: '100%',
        display: 'flex',
        background: colours.background,
        color: colours.foreground,
        fontFamily: 'Inter',
        position: 'relative',
      }}
    >
      <Arches />
      <div
        style={{
          display: 'flex',
          flexDirection: 'column',
          padding: '64px 72px',
          width: 860,
          height: '100%',
        }}
      >
        <div style={{ display: 'flex', alignItems: 'center', fontSize: 34 }}>
          <Mark />
          <div style={{ marginLeft: 16 }}>{brand}</div>
        </div>
        <div
          style={{
            display: 'flex',
            flexDirection: 'column',
            marginTop: 'auto',
            marginBottom: 'auto',
          }}
        >
          {card.eyebrow ? (
            <div style={{ fontSize: 30, color: colours.accent, marginBottom: 18 }}>
              {card.eyebrow}
            </div>
          ) : null}
          <div
            style={{
              display: 'block',
              fontFamily: 'Newsreader',
              fontSize: titleSize(title),
              lineHeight: 1.08,
              letterSpacing: '-0.015em',
              lineClamp: 3,
            }}
          >
            {title}
          </div>
        </div>
        <div style={{ display: 'flex', fontSize: 28, color: colours.muted }}>
          {details.join(' · ')}
        </div>
      </div>
    </div>,
    { width: 1200, height: 630, fonts: await readFonts() },
  )
  return new Uint8Array(await response.arrayBuffer())
}

function Mark() {
  return (
    <svg width="44" height="44" viewBox="0 0 24 24" fill="none" aria-hidden="true">
      <path
        d="M3 21V12a9 9 0 0 1 18 0v9"
        stroke={colours.foreground}
        strokeWidth="2.4"
        strokeLinecap="square"
      />
      <path
        d="M9 21v-8.5a3 3 0 0 1 6 0V21"
        stroke={colours.accent}
        strokeWidth="2.4"
        strokeLinecap="square"
      />
    </svg>
  )
}

/** The same arches as on the home page, leaving the picture at its foot. */
function Arches() {
  return (
    <svg
      width="420"
      height="520"
      viewBox="0 0 420 520"
      fill="none"
      aria-hidden="true"
      style={{ position: 'absolute', right: 20, bottom: 0 }}
    >
      {[200, 156, 112].map((half) => (
        <path
          key={half}
          d={`M${210 - half} 520V222a${half} ${half} 0 0 1 ${half * 2} 0V520`}
          stroke={colours.line}
          strokeWidth="2.5"
        />
      ))}
      <path d="M142 520V222a68 68 0 0 1 136 0V520Z" fill={colours.accent} />
    </svg>
  )
}
