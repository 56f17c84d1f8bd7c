/// From a resolved schema to the canonical one: what PostgreSQL would hold after Prisma 7 created
/// it.
///
/// Names, default types, implicit tables and referential actions that the language leaves out are
/// spelled out here, exactly as Prisma spells them. Works on schemas without errors only, reports
/// nothing and cannot fail.
package lockstep.psl.lowering;
