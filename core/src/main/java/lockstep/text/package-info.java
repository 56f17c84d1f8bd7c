/// Files as text: a name, a content, positions in it, and a writer that indents.
///
/// Knows no language. All offsets are UTF-16 code units, as in `String`; lines and columns are
/// counted from one.
package lockstep.text;
