// What calls of Prisma Client Python mean, as Prisma Client for JavaScript does them.
//
//   node meaning.mjs < JOB > ANSWERS
//
// JOB is {"packages", "connection", "schema": [[path, text]], "reset", "snapshot", "calls": [{"id", "calls": [{"model",
// "method", "arguments"}], "writes"}]}. Prints a line of JSON for each of "calls": what the last of them returns, or what
// is raised, and what is in the tables afterwards. Each runs in a transaction that is taken back.
//
// The names of one client's parameters in the other's are from Prisma's documentation, and not from our converter.
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import fs from 'node:fs'
import path from 'node:path'

const job = JSON.parse(fs.readFileSync(0, 'utf8'))
const require = createRequire(path.join(job.packages, 'package.json'))
const schemas = require('@prisma/prisma-schema-wasm')
const { buildAndSerializeParamGraph } = require('@prisma/param-graph-builder')
const runtime = require('@prisma/client/runtime/client.js')
const { PrismaPg } = await import(pathToFileURL(require.resolve('@prisma/adapter-pg')))

const PREVIEWS = new Set(['fullTextSearchPostgres', 'nativeDistinct', 'relationJoins', 'views'])

// Addresses have gone from the datasource with Prisma 7; generators say nothing of meaning, and extensions, for which one
// of them has to have a preview feature, neither.
function modern(text) {
  return text
    .replace(/\bdatasource\s+\w+\s*\{[^]*?\n\s*\}/g, (block) => block.replace(/^[ \t]*(url|directUrl|shadowDatabaseUrl)[ \t]*=.*$/gm, '').replace(/^[ \t]*extensions[ \t]*=[ \t]*\[[^\]]*\].*$/gm, ''))
    .replace(/\bgenerator\s+\w+\s*\{[^]*?\n\s*\}/g, '')
}

const files = job.schema.map(([name, text]) => [name, modern(text)])
const dmmf = JSON.parse(schemas.get_dmmf(JSON.stringify({ prismaSchema: files, noColor: true })))
const models = new Map(dmmf.datamodel.models.map((it) => [it.name, it]))
const compiler = 'query_compiler_fast_bg.postgresql'
// As the file that Prisma's generator writes (@prisma/client-generator-js 7.10, TSClient.toJS).
const Client = runtime.getPrismaClient({
  previewFeatures: [],
  clientVersion: require('@prisma/client/package.json').version,
  engineVersion: '0',
  activeProvider: 'postgresql',
  inlineSchema: files.map(([, text]) => text).join('\n'),
  runtimeDataModel: runtime.dmmfToRuntimeDataModel(dmmf.datamodel),
  parameterizationSchema: buildAndSerializeParamGraph(dmmf),
  compilerWasm: {
    getRuntime: async () => require(`@prisma/client/runtime/${compiler}.js`),
    getQueryCompilerWasmModule: async () =>
      new WebAssembly.Module(Buffer.from(require(`@prisma/client/runtime/${compiler}.wasm-base64.js`).wasm, 'base64')),
    importName: './query_compiler_fast_bg.js',
  },
})
const client = new Client({ adapter: new PrismaPg({ ...job.connection, max: 1 }), errorFormat: 'minimal' })

// ---- arguments -----------------------------------------------------------------------------------------------------

const METHODS = {
  find_unique: 'findUnique',
  find_unique_or_raise: 'findUniqueOrThrow',
  find_first: 'findFirst',
  find_first_or_raise: 'findFirstOrThrow',
  find_many: 'findMany',
  create: 'create',
  create_many: 'createMany',
  update: 'update',
  update_many: 'updateMany',
  upsert: 'upsert',
  delete: 'delete',
  delete_many: 'deleteMany',
  count: 'count',
  group_by: 'groupBy',
}
const PARAMETERS = {
  order: 'orderBy',
  order_by: 'orderBy',
  skip_duplicates: 'skipDuplicates',
  sum: '_sum',
  avg: '_avg',
  min: '_min',
  max: '_max',
}
const OPERATORS = {
  not_in: 'notIn',
  startswith: 'startsWith',
  endswith: 'endsWith',
  has_some: 'hasSome',
  has_every: 'hasEvery',
  is_empty: 'isEmpty',
  is_not: 'isNot',
  connect_or_create: 'connectOrCreate',
  create_many: 'createMany',
  update_many: 'updateMany',
  delete_many: 'deleteMany',
}

const isDict = (it) => it !== null && typeof it === 'object' && !Array.isArray(it) && !tagged(it)
const tagged = (it) => it !== null && typeof it === 'object' && Object.keys(it).length === 1 && Object.keys(it)[0].startsWith('$')
const each = (it, change) => (Array.isArray(it) ? it.map(change) : change(it))
const mapped = (it, change) => Object.fromEntries(Object.entries(it).map(([key, value]) => change(key, value)))

function plain(it) {
  if (Array.isArray(it)) return it.map(plain)
  if (!tagged(it)) return isDict(it) ? mapped(it, (key, value) => [key, plain(value)]) : it
  const [[tag, value]] = Object.entries(it)
  switch (tag) {
    case '$time': return new Date(value)
    case '$decimal': return new runtime.Decimal(value)
    case '$bytes': return new Uint8Array(Buffer.from(value, 'base64'))
    case '$integer': return BigInt(value)
    case '$json': return value === null ? runtime.JsonNull : value
    default: throw new Error(`nothing is known of ${tag}`)
  }
}

const field = (model, name) => models.get(model).fields.find((it) => it.name === name)

function scalar(of, value) {
  if (of?.type !== 'Json') return plain(value)
  if (value === null) return runtime.DbNull
  return typeof value === 'string' ? JSON.parse(value) : plain(value)
}

function filter(of, value) {
  if (!isDict(value)) return scalar(of, value)
  return mapped(value, (key, it) => {
    if (key === 'not' && isDict(it)) return [key, filter(of, it)]
    return [OPERATORS[key] ?? key, ['equals', 'not'].includes(key) ? scalar(of, it) : plain(it)]
  })
}

function where(model, given) {
  if (given === null) return null
  return mapped(given, (key, value) => {
    if (['AND', 'OR', 'NOT'].includes(key)) return [key, each(value, (it) => where(model, it))]
    const of = field(model, key)
    if (of?.kind !== 'object') return [key, of ? filter(of, value) : plain(value)]
    if (!isDict(value)) return [key, value]
    return [key, related(of.type, value)]
  })
}

function related(model, value) {
  const quantified = ['is', 'is_not', 'isNot', 'some', 'every', 'none']
  return Object.keys(value).some((it) => quantified.includes(it) && !field(model, it))
    ? mapped(value, (key, it) => [OPERATORS[key] ?? key, where(model, it)])
    : where(model, value)
}

function data(model, given) {
  return mapped(given, (key, value) => {
    const of = field(model, key)
    if (of?.kind === 'object') return [key, mapped(value, (word, it) => [OPERATORS[word] ?? word, nested(of.type, word, it)])]
    const isChange = isDict(value) && of?.type !== 'Json'
    return [key, isChange ? mapped(value, (word, it) => [word, scalar(of, it)]) : scalar(of, value)]
  })
}

function nested(model, word, value) {
  if (typeof value === 'boolean') return value
  switch (word) {
    case 'create': return each(value, (it) => data(model, it))
    case 'connect_or_create': return each(value, (it) => ({ where: where(model, it.where), create: data(model, it.create) }))
    case 'update':
      return each(value, (it) => (it.where && it.data ? { where: where(model, it.where), data: data(model, it.data) } : data(model, it)))
    case 'connect': case 'disconnect': case 'set': case 'delete': return each(value, (it) => where(model, it))
    default: throw new Error(`nothing is known of ${word} in data`)
  }
}

function include(model, given) {
  return mapped(given, (key, value) => [key, isDict(value) ? parameters(field(model, key).type, '', value) : value])
}

function parameters(model, method, given) {
  const known = {}
  for (const [key, value] of Object.entries(given)) {
    if (value === null) continue
    const name = PARAMETERS[key] ?? key
    switch (key) {
      case 'where': case 'cursor': known[name] = where(model, value); break
      case 'include': known[name] = include(model, value); break
      case 'data':
        if (method === 'upsert') Object.assign(known, { create: data(model, value.create), update: data(model, value.update) })
        else known[name] = each(value, (it) => data(model, it))
        break
      case 'count': known._count = value === true ? { _all: true } : value; break
      default: known[name] = plain(value)
    }
  }
  return known
}

// ---- answers -------------------------------------------------------------------------------------------------------

function shown(it) {
  if (it === null || it === undefined) return null
  if (typeof it === 'bigint') return Number.isSafeInteger(Number(it)) ? Number(it) : String(it)
  if (it instanceof Date) return { $time: it.toISOString() }
  if (it instanceof Uint8Array) return { $bytes: Buffer.from(it).toString('base64') }
  if (runtime.Decimal.isDecimal(it)) return { $decimal: it.toFixed() }
  if (Array.isArray(it)) return it.map(shown)
  return typeof it === 'object' ? mapped(it, (key, value) => [key, shown(value)]) : it
}

// What Prisma says of errors (reference, "Error message reference").
const KINDS = { P2002: 'unique', P2003: 'foreign key', P2011: 'not null', P2014: 'relation', P2025: 'not found', P2018: 'not found' }

class TakenBack extends Error {}

async function call(transaction, { model, method, arguments: given }) {
  const accessor = model[0].toLowerCase() + model.slice(1)
  const result = await transaction[accessor][METHODS[method]](parameters(model, method, given))
  return method.endsWith('_many') && method !== 'find_many' ? result.count : result
}

async function answer(it) {
  const found = { id: it.id }
  try {
    await client.$transaction(
      async (transaction) => {
        if (it.writes) await transaction.$executeRawUnsafe(job.reset)
        try {
          for (const one of it.calls) {
            // What a call writes is all there or not at all.
            if (it.writes) await transaction.$executeRawUnsafe('SAVEPOINT call')
            try {
              found.result = shown(await call(transaction, one))
            } catch (problem) {
              // Prisma Client Python: `update` and `delete` of a row that is not there give None, and as well where a row to
              // connect is missing.
              if (problem.code !== 'P2025' || !['update', 'delete'].includes(one.method)) throw problem
              if (it.writes) await transaction.$executeRawUnsafe('ROLLBACK TO SAVEPOINT call')
              found.result = null
              found.mayRaise = /nested|inline/.test(problem.message)
            }
          }
        } catch (problem) {
          delete found.result
          if (problem instanceof runtime.PrismaClientValidationError) found.invalid = problem.message.trim().split('\n').pop()
          else found.raised = KINDS[problem.code] ?? 'other'
          found.said = problem.message.trim().split('\n').pop()
          throw new TakenBack()
        }
        if (it.writes) {
          found.tables = Object.fromEntries((await transaction.$queryRawUnsafe(job.snapshot)).map((row) => [row.name, JSON.parse(row.content)]))
        }
        throw new TakenBack()
      },
      { timeout: 60000, maxWait: 60000 },
    )
  } catch (problem) {
    if (!(problem instanceof TakenBack) && found.raised === undefined && found.invalid === undefined) {
      delete found.result
      found.raised = KINDS[problem.code] ?? 'other'
      found.said = String(problem.message).trim().split('\n').pop()
    }
  }
  return found
}

for (const it of job.calls) console.log(JSON.stringify(await answer(it)))
await client.$disconnect()
