// What the packages that make identifiers in JavaScript say about ours.
//
//   node judge.mjs FILE     FILE is what acceptance/python/ids_made.py printed
//
// Prints {"judged": N, "wrong": ["Made.a: …", …]}. JUDGE_HOME names the folder whose node_modules holds the packages.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'

const require = createRequire(path.join(process.env.JUDGE_HOME, 'package.json'))
const load = (name) => import(pathToFileURL(require.resolve(name)))
const cuid = (await load('cuid')).default
const cuid2 = await load('@paralleldrive/cuid2')
const { urlAlphabet } = await load('nanoid')
const { decodeTime, isValid } = await load('ulid')
const uuid = await load('uuid')

const DIGITS = '0123456789'
const LOWER = 'abcdefghijklmnopqrstuvwxyz'
const sorted = (letters) => [...letters].sort().join('')
const wrong = []
let judged = 0

// What holds for one identifier, where its time stands if it tells it, and which characters may stand at a place.
const KINDS = {
  new_cuid: {
    length: 25,
    holds: (it) => cuid.isCuid(it) && /^c[0-9a-z]{24}$/.test(it) && it.slice(15, 17) === cuid().slice(15, 17),
    time: (it) => parseInt(it.slice(1, 9), 36),
    count: (it) => parseInt(it.slice(9, 13), 36),
    letters: (place) => (place >= 17 ? DIGITS + LOWER : null),
  },
  new_cuid2: {
    length: 24,
    holds: (it) => cuid2.isCuid(it) && cuid2.isCuid(cuid2.createId()) && it.length === cuid2.createId().length,
    letters: (place) => (place === 0 ? LOWER : DIGITS + LOWER),
  },
  new_uuid4: {
    length: 36,
    holds: (it) => uuid.validate(it) && uuid.version(it) === 4,
    letters: uuidLetters('4', 0),
  },
  new_uuid7: {
    length: 36,
    holds: (it) => uuid.validate(it) && uuid.version(it) === 7,
    time: (it) => parseInt(it.replaceAll('-', '').slice(0, 12), 16),
    letters: uuidLetters('7', 14),
  },
  new_ulid: {
    length: 26,
    holds: (it) => isValid(it),
    time: (it) => decodeTime(it),
    letters: (place) => (place >= 10 ? DIGITS + 'ABCDEFGHJKMNPQRSTVWXYZ' : null),
  },
  new_nanoid: { length: 21, holds: () => true, letters: () => urlAlphabet },
  '<lambda>': { length: 12, holds: () => true, letters: () => urlAlphabet },
}
KINDS.new_uuid4_text = KINDS.new_uuid4
KINDS.new_uuid7_text = KINDS.new_uuid7

// RFC 9562, figures 7 and 11: the version at its place, 10 in the two bits of the variant, the rest free.
function uuidLetters(version, free) {
  return (place) => {
    if ([8, 13, 18, 23].includes(place)) return '-'
    if (place === 14) return version
    if (place === 19) return '89ab'
    return place >= free ? DIGITS + 'abcdef' : null
  }
}

function judge(name, it) {
  const kind = KINDS[it.kind]
  const expect = (holds, what) => holds || wrong.push(`${name} (${it.kind}): ${what}`)
  if (!expect(kind, 'is of no known kind') || !kind) return
  judged += it.ids.length
  const strange = it.ids.filter((id) => !kind.holds(id))
  expect(strange.length === 0, `refused by the reference: ${strange.slice(0, 3)}`)
  expect(String(it.lengths) === String(kind.length), `${it.lengths} characters instead of ${kind.length}`)
  expect(it.distinct === it.made, `${it.made - it.distinct} of ${it.made} came twice`)
  it.letters.forEach((found, place) => {
    const all = kind.letters(place)
    expect(all === null || found === sorted(all), `characters at place ${place}: ${found}`)
  })
  if (kind.time) {
    const times = it.ids.map(kind.time)
    expect(times.every((t) => t >= it.before && t <= it.after), `time ${times[0]} is not in ${it.before}…${it.after}`)
    expect(times.every((t, i) => i === 0 || t >= times[i - 1]), 'does not sort by time')
  }
  if (kind.count) {
    const counts = it.ids.slice(0, it.ids.length / 2).map(kind.count)
    const steps = new Set(counts.slice(1).map((c, i) => (c - counts[i] + 36 ** 4) % 36 ** 4))
    expect(steps.size === 1 && steps.has(1), `counts in steps of ${[...steps]}`)
  }
}

for (const [name, it] of Object.entries(JSON.parse(fs.readFileSync(process.argv[2], 'utf8')))) judge(name, it)
console.log(JSON.stringify({ judged, wrong, host: os.hostname() }))
