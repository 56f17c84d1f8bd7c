/// Differences between two schemas, as values.
///
/// A [lockstep.diff.Change] says what must become different, and nothing about how: SQL, order of
/// execution and safety are the business of `plan`. One file for each kind of object.
package lockstep.diff;
