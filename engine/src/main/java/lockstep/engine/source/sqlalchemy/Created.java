package lockstep.engine.source.sqlalchemy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lockstep.engine.source.sqlalchemy.ProbeReport.Standing;
import lockstep.schema.Extension;
import lockstep.schema.Identifier;
import lockstep.schema.Namespace;
import lockstep.schema.QualifiedName;
import lockstep.schema.Schema;
import lockstep.schema.Table;
import lockstep.schema.View;

/// Tells what the models create from what the shadow had to hold beside it: extensions that they
/// take for granted, tables that stand for views, tables that others create.
final class Created {
  private final Map<QualifiedName, Standing> standing = new HashMap<>();
  private final List<Identifier> assumed;

  private Created(ProbeReport report, List<Identifier> assumed) {
    this.assumed = assumed;
    report.tables().forEach(it -> standing.put(ModelOrigins.qualified(it.name()), it.standing()));
  }

  static Schema schema(Schema read, ProbeReport report, List<Identifier> assumed) {
    var created = new Created(report, assumed);
    return new Schema(
        read.extensions().stream().filter(created::isCreated).toList(),
        read.namespaces().stream().map(created::namespace).toList());
  }

  private boolean isCreated(Extension extension) {
    return !assumed.contains(extension.name());
  }

  private Namespace namespace(Namespace it) {
    var tables = new ArrayList<Table>();
    var views = new ArrayList<>(it.views());
    for (var table : it.tables()) {
      switch (standing.getOrDefault(QualifiedName.of(it.name(), table.name()), Standing.CREATED)) {
        case CREATED -> tables.add(table);
        case VIEW -> views.add(view(table));
        case EXTERNAL -> {
          // Somebody else creates it.
        }
      }
    }
    return Namespace.of(
        it.name(), it.comment(), it.enums(), it.domains(), it.sequences(), tables, views);
  }

  private static View view(Table table) {
    return new View(table.name(), table.columns(), Optional.empty(), table.comment());
  }
}
