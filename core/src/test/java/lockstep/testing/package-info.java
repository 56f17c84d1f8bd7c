/// Golden cases: a test is a method, a case is a folder.
///
/// A method with [lockstep.testing.GoldenCases] is run once for each folder in
/// `src/test/golden/ROOM`, whose name is a sentence about what must hold. It reads the case's input
/// by name and says what each other file must contain. A file that it neither read nor spoke of
/// fails the test, so that nothing lies around unchecked. With `-Dlockstep.golden=accept` the
/// expected files are rewritten instead; the difference is reviewed like any other change.
package lockstep.testing;
