package lockstep.cli;

import lockstep.emit.Names;
import lockstep.engine.json.JsonWriter;
import lockstep.engine.project.Target;
import lockstep.engine.workflow.EmitTargets;

/// Says what generated code calls the schema's models, fields and enums.
public final class NamesReport {
  private NamesReport() {}

  public static void show(EmitTargets.Outcome outcome, OutputFormat format, Invocation invocation) {
    switch (format) {
      case JSON -> invocation.out().text(json(outcome, invocation));
      case TEXT -> text(outcome, invocation);
    }
  }

  private static void text(EmitTargets.Outcome outcome, Invocation invocation) {
    for (var target : outcome.targets()) {
      target.emission().names().models().forEach(it -> text(it, invocation));
    }
  }

  private static void text(Names.OfModel model, Invocation invocation) {
    invocation.result("%s  %s.%s".formatted(model.model(), model.module(), model.symbol()));
    for (var field : model.fields()) {
      invocation.result("  %s  %s".formatted(field.field(), field.attribute()));
    }
  }

  private static String json(EmitTargets.Outcome outcome, Invocation invocation) {
    var out = JsonWriter.indented();
    try (var _ = out.object();
        var _ = out.array("targets")) {
      for (var target : outcome.targets()) {
        if (target.target() instanceof Target.Docs) {
          continue;
        }
        try (var _ = out.object()) {
          out.member("out", invocation.environment().show(target.target().out()));
          names(out, target.emission().names());
        }
      }
    }
    return out.toString();
  }

  private static void names(JsonWriter out, Names names) {
    try (var _ = out.array("models")) {
      names.models().forEach(it -> model(out, it));
    }
    try (var _ = out.array("enums")) {
      names.enums().forEach(it -> enumType(out, it));
    }
  }

  private static void model(JsonWriter out, Names.OfModel it) {
    try (var _ = out.object()) {
      out.member("model", it.model());
      out.member("relation", it.relation().toString());
      out.member("module", it.module());
      out.member("symbol", it.symbol());
      out.member(
          "form",
          switch (it.form()) {
            case CLASS -> "class";
            case TABLE -> "table";
          });
      try (var _ = out.array("fields")) {
        for (var field : it.fields()) {
          try (var _ = out.object()) {
            out.member("field", field.field());
            out.member("attribute", field.attribute());
          }
        }
      }
    }
  }

  private static void enumType(JsonWriter out, Names.OfEnum it) {
    try (var _ = out.object()) {
      out.member("enum", it.name());
      out.member("type", it.type().toString());
      out.member("module", it.module());
      out.member("symbol", it.symbol());
      try (var _ = out.array("members")) {
        for (var member : it.members()) {
          try (var _ = out.object()) {
            out.member("member", member.member());
            out.member("symbol", member.symbol());
            out.member("value", member.value());
          }
        }
      }
    }
  }
}
