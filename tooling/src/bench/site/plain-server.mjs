// The limit for cached pages: a bare node:http server that sends bytes which are in memory already.
// Started with a port and a file that lists what to send: [{ path, headers, bodyPath }].

import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'

const [port, listPath] = process.argv.slice(2)
const answers = new Map(
  JSON.parse(readFileSync(listPath, 'utf8')).map(({ path, headers, bodyPath }) => [
    path,
    { headers, body: readFileSync(bodyPath) },
  ]),
)

createServer((request, response) => {
  const answer = answers.get(request.url)
  if (answer === undefined) {
    response.writeHead(404).end()
    return
  }
  response.writeHead(200, answer.headers)
  response.end(answer.body)
}).listen(Number(port), '127.0.0.1')
