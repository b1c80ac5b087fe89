import { expect, test } from 'vitest'
import { linkedInUrl } from './linkedin'

test.each(['R&D', 'Évaluation é', '日本 AI', 'C++ = 50 % #1'])(
  '75 LinkedIn encoding (R&D, é, 日本): %s',
  (name) => {
    const url = linkedInUrl({
      name,
      organisation: name,
      licenseNumber: 'AW-2026-7K3M-9Q2X',
      url: 'https://archway.test/credentials/1?a=b&c=d',
      validFrom: new Date('2026-12-31T23:30:00Z'),
      validUntil: new Date('2027-01-01T00:00:00Z'),
    })
    expect(url).not.toContain('+')
    expect(Object.fromEntries(new URL(url).searchParams)).toEqual({
      startTask: 'CERTIFICATION_NAME',
      name,
      organizationName: name,
      issueYear: '2026',
      issueMonth: '12',
      expirationYear: '2027',
      expirationMonth: '1',
      certUrl: 'https://archway.test/credentials/1?a=b&c=d',
      certId: 'AW-2026-7K3M-9Q2X',
    })
  },
)
