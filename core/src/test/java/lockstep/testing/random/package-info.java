/// Whole schemas by chance, for laws that hold of every schema.
///
/// A schema depends on its seed alone. One that breaks a law is cut down to the lines that break
/// it.
package lockstep.testing.random;
