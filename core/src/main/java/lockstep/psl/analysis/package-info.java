/// From trees to a schema in which every name is resolved, in numbered passes.
/// 1. [lockstep.psl.analysis.NamePass]: what is declared, and what it is called
/// 2. [lockstep.psl.analysis.TypePass]: what each field's type refers to
/// 3. [lockstep.psl.analysis.AttributePass]: what attributes say, each in isolation
/// 4. [lockstep.psl.analysis.RelationPass]: which two relation fields belong together
///
/// A later pass reads what earlier ones found and nothing else. All of them run on any input and
/// report what is wrong; [lockstep.psl.rule] judges the whole afterwards, and only if nothing was
/// wrong so far, as Prisma 7 does. What is resolved refers to other things by name, so that
/// everything here is a value.
///
/// Knows the language, not SQL: names and types of the database are made in
/// [lockstep.psl.lowering].
package lockstep.psl.analysis;
