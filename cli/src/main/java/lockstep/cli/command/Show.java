package lockstep.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lockstep.cli.BadCall;
import lockstep.cli.CliCode;
import lockstep.cli.Command;
import lockstep.cli.ExitCode;
import lockstep.cli.Invocation;
import lockstep.cli.Options;
import lockstep.cli.Output;
import lockstep.cli.OutputFormat;
import lockstep.cli.SchemaJson;
import lockstep.cli.SchemaPart;
import lockstep.cli.SchemaView;
import lockstep.cli.Sources;
import lockstep.diagnostic.Diagnostic;
import lockstep.engine.json.JsonWriter;
import lockstep.engine.sink.JsonReport;
import lockstep.schema.Identifier;
import lockstep.schema.Namespace;
import lockstep.schema.Schema;
import lockstep.schema.SchemaObject;
import lockstep.text.Closest;
import picocli.CommandLine.Model.CommandSpec;

/// Shows the objects of any source.
public final class Show implements Command {
  private static final String FORMAT = "--format";

  @Override
  public void describe(CommandSpec spec) {
    spec.addPositional(Options.at(0, "SOURCE", Sources.WAYS));
    spec.addPositional(
        Options.optionalAt(
            1, "OBJECT", "whatever has a name, as in app.users, users.email or users_email_key"));
    spec.addOption(Options.choice(OutputFormat.WORDS, "how to show it", FORMAT));
    Sources.addTools(spec);
    Sources.addStrict(spec);
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("lockstep show env:DATABASE_URL", "what is in the database?"),
        new Example("lockstep show prisma/schema.prisma users", "a table with all its parts"),
        new Example("lockstep show env:DATABASE_URL users.email", "one column of it"),
        new Example("lockstep show python:app.models --format json", "for another program"));
  }

  /// An object and where it stands.
  private record Found(Namespace in, SchemaObject object) {}

  @Override
  public ExitCode run(Invocation invocation) {
    var format = OutputFormat.of(invocation, FORMAT);
    var named = Sources.named(invocation, invocation.required(0));
    try (var reader = invocation.reader(invocation.environment().folder(), named.tools())) {
      var reading = reader.readToShow(named.specs().getFirst());
      var diagnostics = Sources.strict(invocation, reading.diagnostics());
      var code = Sources.exitCode(diagnostics);
      var wanted = code == ExitCode.CLEAN ? invocation.argument(1) : Optional.<String>empty();
      var parts = wanted.map(it -> parts(it, reading.schema())).orElseGet(List::<SchemaPart>of);
      var objects =
          wanted
              .map(it -> named(it, reading.schema(), parts))
              .orElseGet(() -> all(reading.schema()));
      switch (format) {
        case TEXT -> {
          invocation.diagnostics(diagnostics);
          text(reading.schema(), wanted.isPresent(), objects, parts, invocation);
        }
        case JSON -> json(reading.schema(), diagnostics, objects, parts, invocation.out());
      }
      return code;
    }
  }

  private static List<Found> all(Schema schema) {
    var all = new ArrayList<Found>();
    for (var in : schema.namespaces()) {
      in.objects().forEach(it -> all.add(new Found(in, it)));
    }
    return all;
  }

  /// Returns every object of that name, with or without its namespace, each with the triggers,
  /// rules, policies and statistics that are its own.
  private static List<Found> named(String name, Schema schema, List<SchemaPart> parts) {
    var all = all(schema);
    var found = all.stream().filter(it -> isCalled(it, name)).toList();
    if (found.isEmpty() && parts.isEmpty()) {
      var names = new ArrayList<>(all.stream().map(it -> it.object().name().text()).toList());
      SchemaPart.of(schema).forEach(it -> names.add(it.name()));
      throw new BadCall(
          CliCode.UNKNOWN_OBJECT,
          "There is no object `%s`.".formatted(name),
          Closest.to(name, names).map("Did you mean `%s`?"::formatted));
    }
    return found.stream().flatMap(it -> withAttached(it).stream()).distinct().toList();
  }

  private static List<Found> withAttached(Found whole) {
    var path = whole.object().path(whole.in().name());
    var all = new ArrayList<>(List.of(whole));
    for (var it : whole.in().objects()) {
      var names = it.path(whole.in().name()).names();
      if (names.size() == 3 && names.subList(0, 2).equals(path.names())) {
        all.add(new Found(whole.in(), it));
      }
    }
    return all;
  }

  /// Whether a call means an object: by its kind and all its names, or by as many of its last names
  /// as it takes, with the types of a function's arguments or without.
  private static boolean isCalled(Found it, String name) {
    var path = it.object().path(it.in().name());
    var names = path.names().stream().map(Identifier::text).toList();
    for (var from = 0; from < names.size(); from++) {
      var called = String.join(".", names.subList(from, names.size()));
      if (called.equals(name) || (called + path.arguments()).equals(name)) {
        return true;
      }
    }
    // A trigger stands in its namespace beside its table, as far as people know.
    return (it.in().name() + "." + it.object().name()).equals(name) || path.toString().equals(name);
  }

  private static List<SchemaPart> parts(String name, Schema schema) {
    return SchemaPart.of(schema).stream().filter(it -> it.isCalled(name)).toList();
  }

  private static void text(
      Schema schema,
      boolean isOfObjects,
      List<Found> objects,
      List<SchemaPart> parts,
      Invocation invocation) {
    var view = new SchemaView(schema, invocation.out());
    if (isOfObjects) {
      objects.forEach(it -> view.object(it.in(), it.object()));
      parts.forEach(view::part);
    } else {
      view.overview();
    }
  }

  /// Hands each object on at once: a large database makes a long text.
  private static void json(
      Schema schema,
      List<Diagnostic> diagnostics,
      List<Found> objects,
      List<SchemaPart> parts,
      Output output) {
    var out = JsonWriter.indented();
    var json = new SchemaJson(schema, out);
    try (var _ = out.object()) {
      json.extensions(schema);
      json.databaseObjects(schema);
      json.defaultPrivileges(schema);
      try (var _ = out.array("objects")) {
        for (var it : objects) {
          json.object(it.in(), it.object());
          output.text(out.drain());
        }
        parts.forEach(json::part);
      }
      JsonReport.diagnostics(out, diagnostics);
    }
    output.text(out.toString());
  }
}
