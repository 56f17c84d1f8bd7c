package lockstep.acceptance.corpus;

import java.util.List;
import lockstep.acceptance.oracle.Catalog;
import lockstep.acceptance.oracle.PrismaEngine;
import lockstep.acceptance.oracle.PrismaEngine.Finding;
import lockstep.acceptance.oracle.ScratchServer;

/// What Prisma and PostgreSQL make of a schema.
public sealed interface Judged {
  SchemaCase schema();

  /// Prisma accepts it and the server runs its script.
  ///
  /// @param ddl Prisma's script for an empty database
  /// @param catalog what that script makes of a database with the usual extensions
  record Accepted(SchemaCase schema, String ddl, Catalog catalog) implements Judged {}

  /// Written for another database system.
  record Foreign(SchemaCase schema, String provider) implements Judged {}

  /// Prisma finds errors in it.
  record Rejected(SchemaCase schema, List<Finding> errors) implements Judged {}

  /// Prisma accepts it and the server lacks something that its script needs.
  record Unrunnable(SchemaCase schema, String reason) implements Judged {}

  static Judged judge(SchemaCase schema) {
    if (!schema.isOurs()) {
      return new Foreign(schema, schema.provider().orElseThrow());
    }
    var prisma = PrismaEngine.instance();
    var errors =
        prisma.validate(schema.files()).orThrow().stream().filter(it -> !it.isWarning()).toList();
    return errors.isEmpty()
        ? run(schema, prisma.ddl(schema.files()).orThrow())
        : new Rejected(schema, errors);
  }

  private static Judged run(SchemaCase schema, String ddl) {
    try (var database = ScratchServer.instance().scratch()) {
      var refusal = database.run(ddl);
      return refusal.isEmpty()
          ? new Accepted(schema, ddl, database.catalog())
          : new Unrunnable(schema, refusal.get().message());
    }
  }
}
