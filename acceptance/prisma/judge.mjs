// Prisma's engine as a line-wise service: one JSON request a line on stdin, one JSON answer a line on stdout.
//
//   {"id": 1, "verb": "validate", "files": [["schema.prisma", "model A { …"], …]}
//   {"id": 1, "ok": {…}}   or   {"id": 1, "error": "…", "panic": true|false}
//
// Verbs: validate, format, ddl, dmmf, config, version. Offsets are UTF-16 code units, as in Java.
// JUDGE_HOME names the folder whose node_modules holds the packages of package.json.
import { createRequire } from 'node:module'
import fs from 'node:fs'
import path from 'node:path'
import readline from 'node:readline'
import { pathToFileURL } from 'node:url'
import { modernize } from './modern.mjs'

const home = process.env.JUDGE_HOME
const require = createRequire(path.join(home, 'package.json'))

// A panic leaves a WebAssembly instance unusable, so each engine is loaded again after one.
let lastPanic = ''
globalThis.PRISMA_WASM_PANIC_REGISTRY = { set_message: (message) => { lastPanic = message } }

let schemaTools
function tools() {
  if (!schemaTools) {
    const file = require.resolve('@prisma/prisma-schema-wasm')
    delete require.cache[file]
    schemaTools = require(file)
  }
  return schemaTools
}

let schemaEngine
async function engineModule() {
  if (schemaEngine) return schemaEngine
  const folder = path.join(home, 'node_modules/@prisma/schema-engine-wasm')
  // The query makes Node load the glue module anew after a panic.
  const glue = await import(`${pathToFileURL(path.join(folder, 'schema_engine_bg.js')).href}?${Date.now()}`)
  const wasm = new WebAssembly.Module(fs.readFileSync(path.join(folder, 'schema_engine_bg.wasm')))
  const imports = Object.fromEntries(WebAssembly.Module.imports(wasm).map(({ module }) => [module, glue]))
  const instance = new WebAssembly.Instance(wasm, imports)
  glue.__wbg_set_wasm(instance.exports)
  instance.exports.__wbindgen_start()
  return (schemaEngine = glue)
}

// The engine asks its database for a version before it compares two schemas, and for nothing else.
function databaseThatOnlyHasAVersion() {
  const { bindMigrationAwareSqlAdapterFactory } = require('@prisma/driver-adapter-utils')
  const identity = { provider: 'postgres', adapterName: 'lockstep-judge' }
  const connection = {
    ...identity,
    queryRaw: async ({ sql }) => /version\(\)/i.test(sql)
      ? { columnNames: ['exists', 'version', 'numeric_version'], columnTypes: [5, 7, 0], rows: [[true, 'PostgreSQL 18.0', 180000]] }
      : { columnNames: [], columnTypes: [], rows: [] },
    executeRaw: async () => 0,
    executeScript: async () => {},
    startTransaction: async () => { throw new Error('no transactions here') },
    getConnectionInfo: () => ({ schemaName: 'public', supportsRelationJoins: true }),
    dispose: async () => {},
  }
  return bindMigrationAwareSqlAdapterFactory({ ...identity, connect: async () => connection, connectToShadowDb: async () => connection })
}

// The engine's linter counts in UTF-16 itself.
const lint = (files) => JSON.parse(tools().lint(JSON.stringify(files))).map((found) => (
  { warning: found.is_warning, message: found.text, file: found.file_name, start: found.start, end: found.end }))

/** The files as today's engine reads them, and what it says about them. */
const judged = (files) => modernize(files, lint)

const verbs = {
  validate: ({ files, strict }) => (strict ? lint(files) : judged(files).found),
  format: ({ files }) => JSON.parse(tools().format(JSON.stringify(files),
    JSON.stringify({ textDocument: { uri: 'file:///dev/null' }, options: { tabSize: 2, insertSpaces: true } }))),
  dmmf: ({ files }) => JSON.parse(tools().get_dmmf(JSON.stringify({ prismaSchema: judged(files).files, noColor: true }))).datamodel,
  config: ({ files }) => JSON.parse(tools().get_config(JSON.stringify(
    { prismaSchema: judged(files).files, datasourceOverrides: {}, ignoreEnvVarErrors: true, env: {} }))),
  version: () => JSON.parse(fs.readFileSync(path.join(home, 'package.json'), 'utf8')).dependencies,
  ddl: async ({ files }) => {
    const { files: today, found } = judged(files)
    const wrong = found.find(({ warning }) => !warning)
    if (wrong) throw new Error(wrong.message)
    const { SchemaEngine } = await engineModule()
    const engine = await SchemaEngine.new({ datamodels: today }, () => {}, databaseThatOnlyHasAVersion())
    try {
      const answer = await engine.diff({
        from: { tag: 'empty' },
        to: { tag: 'schemaDatamodel', files: today.map(([name, content]) => ({ path: name, content })) },
        script: true, exitCode: null, filters: { externalTables: [], externalEnums: [] },
      })
      return answer.stdout ?? ''
    } finally {
      engine.free?.()
    }
  },
}

async function answer(request) {
  lastPanic = ''
  try {
    const verb = verbs[request.verb]
    if (!verb) throw new Error(`unknown verb ${request.verb}`)
    return { id: request.id, ok: await verb(request) }
  } catch (failure) {
    const panic = lastPanic !== '' || failure instanceof WebAssembly.RuntimeError
    if (panic) schemaTools = schemaEngine = undefined
    return { id: request.id, error: lastPanic || String(failure?.message ?? failure), panic }
  }
}

let queue = Promise.resolve()
readline.createInterface({ input: process.stdin, crlfDelay: Infinity }).on('line', (line) => {
  queue = queue.then(async () => process.stdout.write(JSON.stringify(await answer(JSON.parse(line))) + '\n'))
})
