/// Prisma's files on disk: schemas, of one file or a folder, and folders of migrations.
///
/// Only finds and decodes files; what they mean is the business of `lockstep.psl` and
/// `lockstep.migration`.
package lockstep.engine.source.prisma;
