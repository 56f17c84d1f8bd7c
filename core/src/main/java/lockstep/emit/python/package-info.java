/// Python source as text: expressions, strings, docstrings, imports, laid out exactly as `ruff
/// format` lays them out at 88 columns (ruff 0.17), and sorted as its import rules sort.
///
/// Knows nothing of schemas or of SQLAlchemy. Covers the constructs that targets emit, not the
/// language.
package lockstep.emit.python;
