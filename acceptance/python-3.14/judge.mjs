// Runs acceptance/python/ddl_text.py in CPython 3.14, as WebAssembly. There is no driver: nothing is connected to.
//
//   node judge.mjs SITE_PACKAGES SCRIPTS FOLDER PACKAGE…
//
// JUDGE_HOME names the folder whose node_modules holds the packages of package.json.
import { createRequire } from 'node:module'
import path from 'node:path'

const require = createRequire(path.join(process.env.JUDGE_HOME, 'package.json'))
const { loadPyodide } = require('pyodide')
const [site, scripts, folder, ...packages] = process.argv.slice(2)
const python = await loadPyodide()
for (const [at, root] of Object.entries({ '/site': site, '/scripts': scripts, '/models': folder })) {
  python.FS.mkdir(at)
  python.FS.mount(python.FS.filesystems.NODEFS, { root }, at)
}
python.globals.set('packages', python.toPy(packages))
console.log(python.runPython(`
import sys
sys.path[:0] = ["/scripts", "/site"]
import ddl_text
ddl_text.answer("/models", list(packages))
`))
