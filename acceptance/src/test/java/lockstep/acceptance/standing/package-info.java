/// How far Lockstep agrees with its judges: one test for each subject, over every case there is.
///
/// A standing test does not stop at the first difference. It counts, writes the red list to
/// `target/standing`, and fails only where more cases differ than `standing.properties` allows.
package lockstep.acceptance.standing;
