/// Brings schema files that people wrote in line with a database.
///
/// The schema as the files say it and as the database says it are both printed, with the same
/// names; what differs between the two texts, block by block and attribute by attribute, is carried
/// into the files. So nothing moves that does not differ: comments, order, layout and everything
/// that only clients know stay byte for byte. Nothing here reads or writes a file.
///
/// What the database has beyond the schema that the files say afterwards is what the language has
/// no word for, and what other files would have to say: the difference between a
/// [lockstep.psl.merge.PslPull.Pulled]'s target and the database.
package lockstep.psl.merge;
