package lockstep.engine.project;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import lockstep.check.drift.Ignored;
import lockstep.diagnostic.Diagnostic;
import lockstep.engine.postgres.ConnectionDefaults;
import lockstep.engine.postgres.ConnectionUrl;
import lockstep.engine.postgres.ShadowSettings;
import lockstep.engine.postgres.embedded.EmbeddedSettings;

/// The parts of a project that are made the same way with and without a settings file.
final class ProjectParts {
  private static final String MAVEN_REPOSITORY = "LOCKSTEP_MAVEN_REPOSITORY";

  private final Environment environment;
  private final Overrides overrides;
  private final SourceSpecReader specs;
  private final SourceSpecReader specsOfCall;

  /// @param folder what paths in the settings are relative to
  /// @param variableFolders where `.env` files are looked for
  ProjectParts(
      Environment environment, Overrides overrides, Path folder, List<Path> variableFolders) {
    this.environment = environment;
    this.overrides = overrides;
    var variables = Variables.of(environment, variableFolders);
    var defaults =
        ConnectionDefaults.of(
            environment.variables(),
            System.getProperty("user.name", "postgres"),
            environment.home());
    this.specs = new SourceSpecReader(folder, variables, defaults);
    this.specsOfCall = new SourceSpecReader(environment.folder(), variables, defaults);
  }

  SourceSpecReader specs() {
    return specs;
  }

  /// Returns the source that the call names; what is wrong with it goes to `diagnostics`.
  Optional<SourceSpec> ofCall(String text, List<Diagnostic> diagnostics) {
    return switch (specsOfCall.read(text)) {
      case SourceSpecReader.Read.Valid(var spec) -> Optional.of(spec);
      case SourceSpecReader.Read.Invalid(var diagnostic) -> {
        diagnostics.add(diagnostic);
        yield Optional.empty();
      }
    };
  }

  /// Returns the database to compare with.
  ///
  /// @param set what the settings say: a URL or `env:NAME`
  /// @param notes is told of a variable that is not set; then there is no database
  /// @param invalid is told why a URL that is set is none
  /// @param diagnostics where one stands that the call names, which is at no place in a file
  Optional<ConnectionUrl> database(
      Optional<String> set,
      List<String> notes,
      Consumer<String> invalid,
      List<Diagnostic> diagnostics) {
    return switch (overrides.database()) {
      case Overrides.DatabaseChoice.None _ -> Optional.empty();
      case Overrides.DatabaseChoice.Named(var url) ->
          required(specsOfCall.url(url), blaming("--database", diagnostics));
      case Overrides.DatabaseChoice.AsSet _ ->
          set.flatMap(
              it ->
                  switch (specs.url(it)) {
                    case SourceSpecReader.Url.Unset(var variable) -> {
                      notes.add(
                          "no database compared: %s is %s"
                              .formatted(
                                  variable,
                                  environment.isEmptied(variable)
                                      ? "empty in the environment"
                                      : "not set"));
                      yield Optional.empty();
                    }
                    case SourceSpecReader.Url url -> required(url, invalid);
                  });
    };
  }

  ShadowSettings shadow(
      int major, Optional<String> set, Consumer<String> invalid, List<Diagnostic> diagnostics) {
    var named = overrides.shadowUrl();
    var url =
        named.isPresent()
            ? named.flatMap(
                it -> required(specsOfCall.url(it), blaming("--shadow-url", diagnostics)))
            : set.flatMap(it -> required(specs.url(it), invalid));
    return url.<ShadowSettings>map(ShadowSettings.Server::new)
        .orElseGet(() -> new ShadowSettings.Embedded(embedded(major, diagnostics)));
  }

  private static Consumer<String> blaming(String option, List<Diagnostic> diagnostics) {
    return fact ->
        diagnostics.add(
            Diagnostic.of(ProjectCode.BAD_URL, fact)
                .withAdvice("The call names it, by `%s`.".formatted(option)));
  }

  private EmbeddedSettings embedded(int major, List<Diagnostic> diagnostics) {
    var settings =
        EmbeddedSettings.of(environment.cacheFolder())
            .withMajor(major)
            .withLocalMavenRepository(environment.home().resolve(".m2").resolve("repository"));
    return environment
        .variable(MAVEN_REPOSITORY)
        .flatMap(it -> repository(it, diagnostics))
        .map(settings::withMavenRepository)
        .orElse(settings);
  }

  /// The address may hold a password, so it is not repeated.
  private static Optional<URI> repository(String text, List<Diagnostic> diagnostics) {
    try {
      var address = new URI(text);
      if (Set.of("https", "http", "file").contains(String.valueOf(address.getScheme()))) {
        return Optional.of(address);
      }
    } catch (URISyntaxException e) {
      // Said below, as for any other text that is no such address.
    }
    diagnostics.add(
        Diagnostic.of(
            ProjectCode.BAD_URL,
            "The variable `%s` is no address that begins with https://."
                .formatted(MAVEN_REPOSITORY)));
    return Optional.empty();
  }

  /// Returns how sources are read where no settings say so, only the call.
  Tools defaultTools(List<Diagnostic> diagnostics) {
    return new Tools(
        shadow(
            EmbeddedSettings.DEFAULT_MAJOR,
            Optional.empty(),
            fact -> diagnostics.add(Diagnostic.of(ProjectCode.BAD_URL, fact)),
            diagnostics),
        new PythonSettings(
            overrides.python(), Optional.empty(), Optional.empty(), PythonSettings.DEFAULT_TIMEOUT),
        Ignored.NONE);
  }

  private static Optional<ConnectionUrl> required(
      SourceSpecReader.Url read, Consumer<String> invalid) {
    return switch (read) {
      case SourceSpecReader.Url.Valid(var url) -> Optional.of(url);
      case SourceSpecReader.Url.Invalid(var reason) -> {
        invalid.accept(reason);
        yield Optional.empty();
      }
      case SourceSpecReader.Url.Unset(var variable) -> {
        invalid.accept("The variable `%s` is not set.".formatted(variable));
        yield Optional.empty();
      }
    };
  }
}
