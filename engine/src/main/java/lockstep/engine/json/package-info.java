/// JSON as values, read and written without reflection and without a library: start-up is a
/// feature, and the whole language fits into two small files.
///
/// Reads what other programs hand us (the probe in a Python interpreter, `package.json`) and writes
/// the reports. Knows no type of ours: each caller takes a document apart and puts it together by
/// hand, so that core needs no annotations.
package lockstep.engine.json;
