package lockstep.emit.sqlalchemy;

import java.util.Optional;
import lockstep.schema.Namespace;
import lockstep.schema.ObjectPath;
import lockstep.schema.ObjectPath.Kind;
import lockstep.schema.PrintedObject;
import lockstep.schema.QualifiedName;

/// Finds what no file has a place for, so that nothing is lost without a word.
final class Omissions {
  private final Blueprint blueprint;
  private final Findings findings;

  Omissions(Blueprint blueprint, Findings findings) {
    this.blueprint = blueprint;
    this.findings = findings;
  }

  void find() {
    for (var namespace : blueprint.schema().namespaces()) {
      comment(ObjectPath.namespace(namespace.name()), namespace.comment());
      types(namespace);
      otherTypes(namespace);
      views(namespace);
      printed(namespace);
    }
    for (var object : blueprint.schema().objects()) {
      notMade(SqlAlchemyCode.PRINTED_OBJECT, object.path());
    }
    access();
    for (var mixin : blueprint.options().mixins()) {
      if (blueprint.entity(mixin.model()).isEmpty()) {
        findings.add(
            SqlAlchemyCode.MIXIN,
            "The mixin `"
                + mixin.className()
                + "` is for a model `"
                + mixin.model()
                + "`, which"
                + " has no class.",
            "Correct the model's name, or take the mixin out.");
      }
    }
  }

  /// Nearly every object of a database may have some: one sentence is enough.
  private void access() {
    var paths = blueprint.schema().access().all().keySet().stream().sorted().toList();
    if (!paths.isEmpty()) {
      var more = paths.size() == 1 ? "" : " and of %d more".formatted(paths.size() - 1);
      findings.add(
          SqlAlchemyCode.ACCESS,
          "The owner or privileges of %s%s are not set by `create_all`."
              .formatted(paths.getFirst(), more),
          "Grant them by a migration or an SQL file.");
    }
  }

  private void types(Namespace namespace) {
    for (var type : namespace.enums()) {
      var name = QualifiedName.of(namespace.name(), type.name());
      comment(ObjectPath.of(Kind.ENUM, name), type.comment());
    }
  }

  private void otherTypes(Namespace namespace) {
    for (var type : namespace.compositeTypes()) {
      notMade(SqlAlchemyCode.TYPE, type.path(namespace.name()));
    }
    for (var object : namespace.optionsObjects()) {
      notMade(SqlAlchemyCode.TYPE, object.path(namespace.name()));
    }
  }

  private void notMade(SqlAlchemyCode code, ObjectPath path) {
    findings.add(
        code, path, "is not created by `create_all`", "Create it by a migration or an SQL file.");
  }

  private void views(Namespace namespace) {
    for (var view : namespace.views()) {
      var path = ObjectPath.of(Kind.VIEW, QualifiedName.of(namespace.name(), view.name()));
      comment(path, view.comment());
      if (view.query().isPresent()) {
        notMade(SqlAlchemyCode.VIEW, path);
      }
    }
  }

  private void printed(Namespace namespace) {
    for (var object : namespace.objects()) {
      if (object instanceof PrintedObject) {
        notMade(SqlAlchemyCode.PRINTED_OBJECT, object.path(namespace.name()));
      }
    }
  }

  private void comment(ObjectPath path, Optional<String> comment) {
    if (comment.isPresent()) {
      findings.add(
          SqlAlchemyCode.COMMENT, path, "has a comment, which models cannot say", "Add it by SQL.");
    }
  }
}
