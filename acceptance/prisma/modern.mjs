// Schemas of Prisma 4 to 6 read as today's: what the engine refuses only because of its age is blanked out, so that
// every position stays true. Two things are: datasource properties that have moved to prisma.config.ts, which the engine
// names itself, and preview features that an earlier engine knew. A feature that none ever knew stays an error.

const moved = /^The datasource property `\w+` is no longer supported in schema files/
const unknown = /^The preview feature "([^"]*)" is not known/
const retired = new Set(['insensitiveFilters', 'metrics'])
const duplicate = /^Key "\w+" is already defined in source/

const isOutdated = (message) => moved.test(message) || retired.has(unknown.exec(message)?.[1])

/** Blanks what LINT calls outdated in FILES, until nothing is; returns the files and the findings. */
export function modernize(files, lint) {
  const kept = []
  for (;;) {
    const found = lint(files)
    const outdated = found.filter(({ message }) => isOutdated(message))
    if (!outdated.length) return { files, found: [...kept, ...found] }
    // A property that is there twice is wrong at any age, and its blanking must not hide that.
    kept.push(...found.filter((it) => duplicate.test(it.message) && outdated.some((other) => covers(other, it))))
    files = files.map(([name, content]) => [name, outdated.filter((it) => it.file === name).reduce(blank, content)])
  }
}

const covers = (outer, inner) => outer.file === inner.file && outer.start <= inner.start && inner.end <= outer.end

const spaces = (text) => text.replace(/[^\r\n]/g, ' ')

function blank(content, { message, start, end }) {
  const name = unknown.exec(message)?.[1]
  const outdated = content.slice(start, end)
  const blanked = name === undefined ? spaces(outdated) : withoutElement(outdated, name)
  return content.slice(0, start) + blanked + content.slice(end)
}

/** Blanks an element of a LIST with the comma after it or, when it is the last, the one before it. */
function withoutElement(list, name) {
  const element = `"${name}"`
  const start = list.indexOf(element)
  if (start < 0) throw new Error(`no ${element} in ${list}`)
  const end = start + element.length
  const after = /^\s*,/.exec(list.slice(end))?.[0].length ?? 0
  const before = after ? 0 : /,\s*$/.exec(list.slice(0, start))?.[0].length ?? 0
  return list.slice(0, start - before) + spaces(list.slice(start - before, end + after)) + list.slice(end + after)
}
