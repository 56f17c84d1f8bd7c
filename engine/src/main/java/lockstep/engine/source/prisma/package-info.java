/// Prisma schemas on disk: a file, or a folder whose files are one schema.
///
/// Only finds and decodes files; what they mean is the business of `lockstep.psl`.
package lockstep.engine.source.prisma;
