/// Lockstep's core: values in, values out.
///
/// Requires nothing but `java.base`, so that JDBC, XML or logging cannot even be compiled here.
module lockstep.core {
  exports lockstep.check.drift;
  exports lockstep.check.lint;
  exports lockstep.diagnostic;
  exports lockstep.diff;
  exports lockstep.emit;
  exports lockstep.emit.ddl;
  exports lockstep.emit.docs;
  exports lockstep.emit.sqlalchemy;
  exports lockstep.mapping;
  exports lockstep.migration;
  exports lockstep.plan;
  exports lockstep.psl.syntax;
  exports lockstep.psl;
  exports lockstep.psl.merge;
  exports lockstep.psl.printer;
  exports lockstep.rewrite;
  exports lockstep.rewrite.project;
  exports lockstep.rewrite.syntax;
  exports lockstep.schema;
  exports lockstep.sql;
  exports lockstep.text;
}
