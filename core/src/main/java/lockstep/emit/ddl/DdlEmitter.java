package lockstep.emit.ddl;

import lockstep.plan.Planner;
import lockstep.schema.Schema;
import lockstep.sql.Names;

/// Writes a schema as SQL for an empty database, as Prisma would.
public final class DdlEmitter {
  private DdlEmitter() {}

  public static String emit(Schema schema) {
    return Planner.create(schema, Names.of(schema)).toSql();
  }
}
