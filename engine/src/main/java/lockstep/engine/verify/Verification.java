package lockstep.engine.verify;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lockstep.emit.Names;
import lockstep.engine.EnvironmentException;
import lockstep.engine.Progress;
import lockstep.engine.json.Json;
import lockstep.engine.json.JsonReader;
import lockstep.engine.json.JsonWriter;
import lockstep.engine.json.MalformedJsonException;
import lockstep.engine.postgres.ConnectionUrl;
import lockstep.engine.postgres.Endpoint;
import lockstep.engine.postgres.Session;
import lockstep.engine.project.Environment;
import lockstep.engine.python.Interpreter;
import lockstep.mapping.Field;
import lockstep.mapping.Model;
import lockstep.mapping.Reading;
import lockstep.rewrite.QueryRewriter.Interface;
import lockstep.rewrite.Trial;
import lockstep.schema.QualifiedName;
import lockstep.text.SourceText;

/// Tries calls on a scratch database, each as it was and as it is now.
public final class Verification {
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final Set<String> READING =
      Set.of(
          "find_unique",
          "find_unique_or_raise",
          "find_first",
          "find_first_or_raise",
          "find_many",
          "count",
          "group_by");

  private final Request request;
  private final SampleRows rows;

  /// @param models the package that exports all models
  /// @param schema the files that Prisma's own parser reads
  /// @param database has the tables and nothing in them
  /// @param folder has the models, and for file N `recorded_N.py` and `converted_N.py`
  /// @param project where packages are looked for
  public record Request(
      Reading reading,
      Names names,
      String models,
      List<SourceText> schema,
      Session database,
      Path folder,
      Path project,
      Interpreter interpreter,
      Interface called,
      Environment environment,
      Progress progress) {
    public Request {
      schema = List.copyOf(schema);
    }
  }

  /// A call that can be tried.
  ///
  /// @param file the number of its file
  public record Candidate(int file, Path path, Trial.Ready trial) {}

  /// One time that a call is made.
  private record Round(int id, Candidate candidate, List<Json> values) {}

  private Verification(Request request, SampleRows rows) {
    this.request = request;
    this.rows = rows;
  }

  /// Returns what came of each, in the order given.
  public static List<Proof> run(Request request, List<Candidate> candidates) {
    var mentions = candidates.stream().flatMap(it -> it.trial().mentions().stream()).toList();
    var rows = new SampleRows(request.reading(), mentions);
    return new Verification(request, rows).run(candidates);
  }

  private List<Proof> run(List<Candidate> candidates) {
    if (candidates.isEmpty()) {
      return List.of();
    }
    var packages = new PrismaPackages(request.environment(), request.progress());
    var node = packages.node();
    var home = packages.home(request.project());
    var empty = rows.insert(request.database());
    var before = snapshot();
    var rounds = rounds(candidates);
    var found = byId(python(rounds));
    var meant = byId(prisma(node, home, found));
    var comparison = new Comparison(request.reading(), rows, before);
    return candidates.stream()
        .map(
            it ->
                isAbout(it, empty)
                    ? new Proof(
                        it.path(),
                        it.trial(),
                        new Proof.Outcome.NotTried("no row could be made for its table."))
                    : proof(it, rounds, meant, found, comparison))
        .toList();
  }

  /// What finds nothing in an empty table proves nothing.
  private boolean isAbout(Candidate candidate, List<QualifiedName> tables) {
    var call = candidate.trial().verdict().call();
    return request
        .reading()
        .mapping()
        .model(call.substring(0, call.lastIndexOf('.')))
        .filter(it -> tables.contains(it.relation()))
        .isPresent();
  }

  private Map<String, Json> snapshot() {
    var contents = new LinkedHashMap<String, Json>();
    request
        .database()
        .forEach(rows.snapshot(), row -> contents.put(row.text(1), json(row.text(2))));
    return contents;
  }

  private static Json json(String text) {
    try {
      return JsonReader.read(text);
    } catch (MalformedJsonException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<Round> rounds(List<Candidate> candidates) {
    var values = new SlotValues(request.reading(), rows);
    var rounds = new ArrayList<Round>();
    for (var it : candidates) {
      for (var set : values.of(it.trial().slots())) {
        rounds.add(new Round(rounds.size(), it, set));
      }
    }
    return rounds;
  }

  private static Map<Integer, Json> byId(List<Json> answers) {
    var all = new LinkedHashMap<Integer, Json>();
    answers.forEach(it -> all.put(it.integer("id").orElse(-1), it));
    return all;
  }

  private List<Json> python(List<Round> rounds) {
    var job = JsonWriter.compact();
    try (var _ = job.object()) {
      job.member("folder", request.folder().toString());
      connection(job);
      job.member("colour", request.called() == Interface.AWAITED ? "async" : "plain");
      job.member("reset", rows.reset());
      job.member("snapshot", rows.snapshot());
      vocabulary(job);
      try (var _ = job.array("trials")) {
        rounds.forEach(it -> round(job, it));
      }
    }
    var command = new ArrayList<>(request.interpreter().command());
    command.addAll(List.of("-X", "utf8", "-c", Script.text("trials.py")));
    var program =
        new Script.Program("Python", command, said -> Remedy.ofPython(request.interpreter(), said));
    var answers = Script.run(program, request.folder(), job.toString(), PATIENCE);
    for (var it : answers) {
      var driver = it.text("missing");
      if (driver.isPresent()) {
        throw EnvironmentException.of(
            VerifyCode.NO_DRIVER,
            "%s has no driver for PostgreSQL that converted queries could use."
                .formatted(request.interpreter().described()),
            request.interpreter().installing(driver.get()) + ".");
      }
    }
    return answers;
  }

  private static void round(JsonWriter job, Round round) {
    try (var _ = job.object()) {
      job.member("id", round.id());
      job.member("file", round.candidate().file());
      job.member("name", round.candidate().trial().name());
      job.name("values");
      job.value(new Json.OfArray(round.values()));
      job.member("writes", writes(round.candidate()));
    }
  }

  private static boolean writes(Candidate candidate) {
    var call = candidate.trial().verdict().call();
    return !READING.contains(call.substring(call.lastIndexOf('.') + 1));
  }

  private void connection(JsonWriter job) {
    try (var _ = job.object("connection")) {
      var url = request.database().url();
      switch (url.endpoints().getFirst()) {
        case Endpoint.Tcp it -> {
          job.member("host", it.address().orElse(it.host()));
          job.member("port", it.port());
        }
        case Endpoint.UnixSocket it -> {
          job.member("host", it.directory().toString());
          job.member("port", it.port());
        }
      }
      job.member("user", url.user());
      password(job, url);
      job.member("database", url.database());
    }
  }

  private static void password(JsonWriter job, ConnectionUrl url) {
    url.password().ifPresent(it -> job.member("password", it.reveal()));
  }

  private void vocabulary(JsonWriter job) {
    try (var _ = job.object("models")) {
      request
          .reading()
          .mapping()
          .models()
          .forEach(it -> job.member(it.name().toLowerCase(Locale.ROOT), it.name()));
    }
    try (var _ = job.object("classes")) {
      request.names().models().forEach(it -> classOf(job, it));
    }
    job.member("models_package", request.models());
    try (var _ = job.object("symbols")) {
      request.names().enums().forEach(it -> job.member(it.name(), it.symbol()));
    }
    try (var _ = job.object("enums")) {
      for (var it : request.names().enums()) {
        try (var _ = job.object(it.symbol())) {
          it.members().forEach(member -> job.member(member.symbol(), member.member()));
        }
      }
    }
  }

  private void classOf(JsonWriter job, Names.OfModel names) {
    var model = request.reading().mapping().model(names.model()).orElseThrow();
    try (var _ = job.object(names.symbol())) {
      try (var _ = job.object("fields")) {
        model
            .scalars()
            .filter(it -> isSupported(names, it))
            .forEach(
                it ->
                    names
                        .attribute(it.name())
                        .ifPresent(attribute -> job.member(it.name(), attribute)));
      }
      try (var _ = job.object("relations")) {
        model
            .relations()
            .forEach(
                it ->
                    names
                        .attribute(it.name())
                        .ifPresent(attribute -> job.member(it.name(), attribute)));
      }
    }
  }

  /// The client does not see what Prisma has no type for.
  private boolean isSupported(Names.OfModel names, Field.Scalar field) {
    return field.visibility() == Model.Visibility.VISIBLE
        && request
            .reading()
            .schema()
            .table(names.relation())
            .flatMap(it -> it.column(field.column()))
            .filter(it -> !SampleValues.isUnsupported(it.type()))
            .isPresent();
  }

  private List<Json> prisma(Path node, Path home, Map<Integer, Json> found) {
    var job = JsonWriter.compact();
    try (var _ = job.object()) {
      job.member("packages", home.toString());
      connection(job);
      try (var _ = job.array("schema")) {
        for (var it : request.schema()) {
          try (var _ = job.array()) {
            job.value(it.name());
            job.value(it.content());
          }
        }
      }
      job.member("reset", rows.reset());
      job.member("snapshot", rows.snapshot());
      try (var _ = job.array("calls")) {
        found.forEach(
            (id, it) -> {
              if (it.get("unrecorded").isEmpty()) {
                try (var _ = job.object()) {
                  job.member("id", id);
                  job.name("calls");
                  job.value(it.get("calls").orElseThrow());
                  job.member("writes", it.items("calls").stream().anyMatch(Verification::writes));
                }
              }
            });
      }
    }
    var program =
        new Script.Program(
            "Node",
            List.of(node.toString(), "--input-type=module", "-e", Script.text("meaning.mjs")),
            _ -> Remedy.UNKNOWN);
    return Script.run(program, request.folder(), job.toString(), PATIENCE);
  }

  private static boolean writes(Json call) {
    return !READING.contains(call.text("method").orElse(""));
  }

  private static Proof proof(
      Candidate candidate,
      List<Round> rounds,
      Map<Integer, Json> meant,
      Map<Integer, Json> found,
      Comparison comparison) {
    var times = 0;
    var obstacle = Optional.<String>empty();
    for (var round : rounds) {
      if (round.candidate() != candidate) {
        continue;
      }
      var now = Optional.ofNullable(found.get(round.id()));
      var then = Optional.ofNullable(meant.get(round.id()));
      var problem =
          now.flatMap(it -> it.text("unrecorded")).or(() -> then.flatMap(it -> it.text("invalid")));
      if (problem.isPresent() || then.isEmpty()) {
        obstacle = obstacle.or(() -> problem);
        continue;
      }
      var call = now.orElseThrow().items("calls").getLast();
      var difference = comparison.difference(call, then.get(), now.get());
      if (difference.isPresent()) {
        return new Proof(
            candidate.path(),
            candidate.trial(),
            new Proof.Outcome.Different(
                SampleValues.shown(call.get("arguments").orElseThrow()), difference.get()));
      }
      times++;
    }
    var reason =
        obstacle
            .map("Prisma takes none of the values that it was tried with: %s"::formatted)
            .orElse("no value is known for one of its parameters.");
    return new Proof(
        candidate.path(),
        candidate.trial(),
        times > 0 ? new Proof.Outcome.Equal(times) : new Proof.Outcome.NotTried(reason));
  }
}
