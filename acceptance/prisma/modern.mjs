// Schemas of Prisma 4 to 6 read as today's: what the engine refuses only because of its age is blanked out, so that
// every position stays true. The engine itself says what that is: it names the datasource properties that have moved
// to prisma.config.ts and the preview features that it no longer knows.

const moved = /^The datasource property `\w+` is no longer supported in schema files/
const retired = /^The preview feature "([^"]*)" is not known/

/** Blanks what LINT calls outdated in FILES, until nothing is; returns the files and the last findings. */
export function modernize(files, lint) {
  for (;;) {
    const found = lint(files)
    const outdated = found.filter(({ message }) => moved.test(message) || retired.test(message))
    if (!outdated.length) return { files, found }
    files = files.map(([name, content]) => [name, outdated.filter((it) => it.file === name).reduce(blank, content)])
  }
}

const spaces = (text) => text.replace(/[^\r\n]/g, ' ')

function blank(content, { message, start, end }) {
  const name = retired.exec(message)?.[1]
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
