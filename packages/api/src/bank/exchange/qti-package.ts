import { stringify } from 'csv-stringify/sync'
import type { BankItem } from './bank-item'
import type { QtiVersion } from './qti-names'
import { writeQti } from './write-qti'
import { writeXml, type XmlElement } from './xml'
import { writeZip, type ZipFile } from './zip'

const types: Record<QtiVersion, { schema: string; version: string; item: string }> = {
  '3.0': { schema: 'QTI Item', version: '3.0.0', item: 'imsqti_item_xmlv3p0' },
  '2.2': { schema: 'QTIv2.2 Package', version: '1.0.0', item: 'imsqti_item_xmlv2p2' },
}

const element = (
  name: string,
  attributes: Record<string, string>,
  children: (XmlElement | string)[] = [],
): XmlElement => ({ name, attributes, children })

/**
 * Items as a QTI package: one document each, their pictures, a manifest, and `losses.csv`, which names for
 * each item what other systems will not get.
 */
export function writeQtiPackage(
  items: readonly BankItem[],
  version: QtiVersion,
  pictures: readonly ZipFile[],
): Uint8Array {
  const written = items.map((item, index) => {
    const name = item.code ?? `item-${index + 1}`
    return { name, path: `items/${name}.xml`, ...writeQti(item, version) }
  })
  const { schema, version: schemaVersion, item: type } = types[version]
  const manifest = element(
    'manifest',
    { xmlns: 'http://www.imsglobal.org/xsd/imscp_v1p1', identifier: 'MANIFEST' },
    [
      element('metadata', {}, [
        element('schema', {}, [schema]),
        element('schemaversion', {}, [schemaVersion]),
      ]),
      element('organizations', {}),
      element(
        'resources',
        {},
        written.map(({ name, path }) =>
          element('resource', { identifier: `RES-${name}`, type, href: path }, [
            element('file', { href: path }),
          ]),
        ),
      ),
    ],
  )
  const losses = written.flatMap(({ name, losses }) =>
    losses.map(({ field, kind }) => [name, field, kind]),
  )
  return writeZip([
    { path: 'imsmanifest.xml', bytes: Buffer.from(writeXml(manifest)) },
    ...written.map(({ path, xml }) => ({ path, bytes: Buffer.from(xml) })),
    ...pictures.map(({ path, bytes }) => ({ path: `items/${path}`, bytes })),
    {
      path: 'losses.csv',
      bytes: Buffer.from(stringify(losses, { header: true, columns: ['item', 'field', 'kind'] })),
    },
  ])
}
