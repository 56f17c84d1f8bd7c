/// Broken and unusual schemas made from good ones, the same every time for the same seed.
///
/// `MutatedSchemas` changes real texts at random; `RuleCases` tries the language's rules one by
/// one. Both are for comparing Lockstep with Prisma on inputs that nobody has written down.
package lockstep.acceptance.mutation;
