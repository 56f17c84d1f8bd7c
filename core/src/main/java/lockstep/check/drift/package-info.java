/// Drift: two sources that should be equal and are not.
///
/// Drift is a diff shown as findings; nothing is compared here that `diff` does not compare. Each
/// finding names an object, says what either side has, and where.
package lockstep.check.drift;
