type Json = unknown

/** Another value of the same kind. */
function another(leaf: Json): Json {
  if (typeof leaf === 'string') return /^\d{4}-.*Z$/.test(leaf) ? `203${leaf.slice(3)}` : `${leaf}x`
  if (typeof leaf === 'number') return leaf + 1
  if (typeof leaf === 'boolean') return !leaf
  return 'x'
}

function changed(
  root: Json,
  path: readonly string[],
  change: (parent: object, key: string) => void,
) {
  const copy = structuredClone(root)
  const parent = path.slice(0, -1).reduce<unknown>((at, key) => Reflect.get(Object(at), key), copy)
  change(Object(parent), path.at(-1) ?? '')
  return copy
}

/** Every way to change one leaf of a document, to drop one, and to add a word to one of its objects. */
export function* tamperings(
  root: Json,
  path: string[] = [],
): Generator<{ path: string; tampered: Json }> {
  const at = path.reduce<unknown>((value, key) => Reflect.get(Object(value), key), root)
  const name = path.join('.')
  if (typeof at !== 'object' || at === null) {
    yield {
      path: `${name} changed`,
      tampered: changed(root, path, (parent, key) => Reflect.set(parent, key, another(at))),
    }
    yield {
      path: `${name} dropped`,
      tampered: changed(root, path, (parent, key) =>
        Array.isArray(parent) ? parent.splice(Number(key), 1) : Reflect.deleteProperty(parent, key),
      ),
    }
    return
  }
  if (!Array.isArray(at)) {
    yield {
      path: `${name} with a word more`,
      tampered: changed(root, [...path, 'unheardOf'], (parent, key) =>
        Reflect.set(parent, key, 'x'),
      ),
    }
  }
  for (const key of Object.keys(at)) yield* tamperings(root, [...path, key])
}
