/// Prisma's files on disk: schemas, of one file or a folder, and folders of migrations.
///
/// Finds, decodes and replays files; what they mean is the business of `lockstep.psl` and
/// `lockstep.migration`.
package lockstep.engine.source.prisma;
