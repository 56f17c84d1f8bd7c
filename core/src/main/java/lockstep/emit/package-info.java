/// What targets are made of: a schema and its mapping become files, the same bytes every time.
///
/// One package per target; here is only what all of them answer with. Nothing is written to disk
/// here: an [lockstep.emit.EmittedFile] is a value, and whether it is written or compared is the
/// business of the file sink.
package lockstep.emit;
