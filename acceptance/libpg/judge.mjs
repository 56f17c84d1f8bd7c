// Where PostgreSQL's own parser says that the statements of scripts begin and end, and what they are.
//
//   node judge.mjs FILE     FILE is JSON: [{"name": …, "text": …}, …]
//
// Prints [{"name", "statements": [{"start", "end", "kind"}, …]} or {"name", "error"}, …], offsets in UTF-8 bytes.
// JUDGE_HOME names the folder whose node_modules holds the package.
import fs from 'node:fs'
import path from 'node:path'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'

const require = createRequire(path.join(process.env.JUDGE_HOME, 'package.json'))
const { parse } = await import(pathToFileURL(require.resolve('libpg-query')))

const answers = []
for (const { name, text } of JSON.parse(fs.readFileSync(process.argv[2], 'utf8'))) {
  const length = Buffer.byteLength(text)
  try {
    const statements = (await parse(text)).stmts ?? []
    answers.push({
      name,
      statements: statements.map((it) => {
        const start = it.stmt_location ?? 0
        return { start, end: it.stmt_len ? start + it.stmt_len : length, kind: Object.keys(it.stmt)[0] }
      }),
    })
  } catch (e) {
    // What is empty is no error, and it has no statement.
    answers.push(text.trim() === '' ? { name, statements: [] } : { name, error: String(e.message) })
  }
}
console.log(JSON.stringify(answers))
