/** The body of a request piece by piece, so that its size does not matter for memory. */
export async function* requestBytes(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = body.getReader()
  let isDone = false
  try {
    for (;;) {
      const { done, value } = await reader.read()
      isDone = done
      if (done) return
      yield value
    }
  } finally {
    // Whoever gave up reading does not want the rest to be sent.
    if (!isDone) await reader.cancel()
  }
}
