import 'server-only'
import { ImageResponse } from 'next/og'
import { drawableText } from './drawable'
import { colours, readFonts } from './look'

const size = 800

const titleSize = (title: string) => (title.length <= 24 ? 64 : title.length <= 48 ? 52 : 42)

/** A badge of 800 × 800 as PNG: what was achieved under the arches, and who says so. */
export async function drawBadge(badge: {
  eyebrow: string
  title: string
  issuer: string
}): Promise<Uint8Array> {
  const response = new ImageResponse(
    <div
      style={{
        width: '100%',
        height: '100%',
        display: 'flex',
        flexDirection: 'column',
        alignItems: 'center',
        justifyContent: 'flex-end',
        background: colours.background,
        fontFamily: 'Inter',
        position: 'relative',
        textAlign: 'center',
      }}
    >
      <svg
        width={size}
        height={size}
        viewBox="0 0 800 800"
        fill="none"
        aria-hidden="true"
        style={{ position: 'absolute', left: 0, top: 0 }}
      >
        <path d="M48 800V400a352 352 0 0 1 704 0V800Z" fill={colours.accent} />
        <path
          d="M84 800V400a316 316 0 0 1 632 0V800"
          stroke={colours.background}
          strokeOpacity="0.35"
          strokeWidth="3"
        />
        <path
          d="M352 214v-32a48 48 0 0 1 96 0v32"
          stroke={colours.background}
          strokeWidth="12"
          strokeLinecap="square"
        />
        <path
          d="M384 214v-30a16 16 0 0 1 32 0v30"
          stroke={colours.background}
          strokeOpacity="0.6"
          strokeWidth="12"
          strokeLinecap="square"
        />
      </svg>
      <div
        style={{
          display: 'flex',
          flexDirection: 'column',
          alignItems: 'center',
          justifyContent: 'center',
          width: 560,
          height: 480,
          marginBottom: 60,
          color: colours.background,
        }}
      >
        <div style={{ fontSize: 26, opacity: 0.8 }}>{badge.eyebrow}</div>
        <div
          style={{
            display: 'block',
            marginTop: 24,
            fontFamily: 'Newsreader',
            fontSize: titleSize(badge.title),
            lineHeight: 1.12,
            lineClamp: 4,
          }}
        >
          {drawableText(badge.title, badge.eyebrow)}
        </div>
        <div style={{ marginTop: 32, fontSize: 28, opacity: 0.9 }}>
          {drawableText(badge.issuer, '')}
        </div>
      </div>
    </div>,
    { width: size, height: size, fonts: await readFonts() },
  )
  return new Uint8Array(await response.arrayBuffer())
}
