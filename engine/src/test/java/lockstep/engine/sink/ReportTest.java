package lockstep.engine.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import lockstep.diagnostic.Code;
import lockstep.diagnostic.Diagnostic;
import lockstep.diagnostic.Place;
import lockstep.engine.json.Json;
import lockstep.engine.json.JsonReader;
import lockstep.engine.json.JsonWriter;
import lockstep.engine.json.MalformedJsonException;
import lockstep.schema.ObjectPath;
import lockstep.schema.QualifiedName;
import lockstep.text.SourceText;
import lockstep.text.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
  private static final SourceText SCHEMA =
      SourceText.of("db/my schema.prisma", "model A {\n  x Y\n}\n");
  private static final Diagnostic IN_TEXT =
      Diagnostic.of(
              SinkCode.STALE_FILE, Place.of(SCHEMA, new Span(12, 15)), "50% of `x, y` is wrong.")
          .withAdvice("Mend it.")
          .withRelated(new Place.InFile("app/models/a.py", 7), "the model");
  private static final Diagnostic IN_DATABASE =
      new Diagnostic(
          SinkCode.FOREIGN_FILE,
          lockstep.diagnostic.Severity.WARNING,
          Optional.of(
              new Place.InSource("database", ObjectPath.table(QualifiedName.of("public", "a")))),
          "A table differs.",
          Optional.empty(),
          List.of());

  private static final RepositoryPath ROOT = new RepositoryPath("");
  private static final RepositoryPath BELOW = new RepositoryPath("services/api/");

  @TempDir private Path folder;

  @Test
  void gitLabFindingsHaveAFileAndAFingerprintThatNoLineChanges() throws MalformedJsonException {
    var moved =
        IN_TEXT.at(Place.of(SourceText.of("db/my schema.prisma", "\n\n\nx"), new Span(3, 4)));
    var all = JsonReader.read(GitLabReport.of(List.of(IN_TEXT, IN_DATABASE, IN_TEXT), BELOW));
    assertThat(all.items())
        .extracting(it -> it.text("severity").orElseThrow())
        .containsExactly("major", "minor", "major");
    assertThat(all.items()).extracting(ReportTest::fingerprint).doesNotHaveDuplicates();
    var first = all.items().getFirst();
    assertThat(first.text("check_name")).contains("SNK004");
    assertThat(first.text("description")).contains("50% of `x, y` is wrong. Mend it.");
    assertThat(path(first)).contains("services/api/db/my schema.prisma");
    assertThat(first.get("location").flatMap(it -> it.get("lines")).orElseThrow().integer("begin"))
        .hasValue(2);
    assertThat(path(all.items().get(1))).contains("services/api/lockstep.toml");
    var other = JsonReader.read(GitLabReport.of(List.of(moved), BELOW)).items().getFirst();
    assertThat(fingerprint(other)).isEqualTo(fingerprint(first));
    assertThat(GitLabReport.of(List.of(), ROOT).strip()).isEqualTo("[]");
  }

  private static String fingerprint(Json it) {
    return it.text("fingerprint").orElseThrow();
  }

  private static Optional<String> path(Json it) {
    return it.get("location").flatMap(at -> at.text("path"));
  }

  @Test
  void buildkiteReadsMarkdownInWhichNoNameIsASign() {
    var odd = Diagnostic.of(SinkCode.STALE_FILE, "`a_b` and c_d <script> *x*\n|y|");
    assertThat(BuildkiteReport.of(List.of(IN_TEXT, IN_DATABASE, odd), BELOW))
        .isEqualTo(
            """
            - **error** `SNK004` `services/api/db/my schema.prisma:2`: 50% of `x, y` is wrong.
              - the model: `services/api/app/models/a.py:7`
              - Mend it.
            - **warning** `SNK003` `database: table public.a`: A table differs.
            - **error** `SNK004`: `a_b` and c\\_d \\<script\\> \\*x\\* \\|y\\|
            """);
    assertThat(BuildkiteReport.of(List.of(), ROOT)).isEmpty();
  }

  @Test
  void filesAreNamedFromTheRootOfTheirRepository() throws IOException {
    var below = Files.createDirectories(folder.resolve("services/api"));
    assertThat(RepositoryPath.from(below)).isEqualTo(ROOT);
    Files.writeString(folder.resolve(".git"), "gitdir: elsewhere\n");
    assertThat(RepositoryPath.from(folder)).isEqualTo(ROOT);
    assertThat(RepositoryPath.from(below)).isEqualTo(BELOW);
    assertThat(BELOW.of("../../db/a.prisma")).isEqualTo("db/a.prisma");
    assertThat(BELOW.of("/else/where")).isEqualTo("/else/where");
    assertThat(GitHubReport.of(List.of(IN_TEXT), BELOW))
        .startsWith("::error file=services/api/db/my schema.prisma,line=2,");
  }

  @Test
  void gitHubAnnotationsEscapeWhatTheyMust() {
    assertThat(GitHubReport.of(List.of(IN_TEXT, IN_DATABASE), ROOT))
        .isEqualTo(
            """
            ::error file=db/my schema.prisma,line=2,col=3,endLine=2,endColumn=6,title=Lockstep SNK004\
            ::50%25 of `x, y` is wrong.%0Athe model: app/models/a.py:7%0AMend it.
            ::warning title=Lockstep SNK003::A table differs.
            """);
  }

  @Test
  void sarifHasRulesResultsAndPlaces() throws MalformedJsonException {
    var run =
        JsonReader.read(SarifReport.of(List.of(IN_TEXT, IN_DATABASE), "1.2.3", ReportTest::title))
            .items("runs")
            .getFirst();
    var driver = run.get("tool").flatMap(it -> it.get("driver")).orElseThrow();
    assertThat(driver.text("version")).contains("1.2.3");
    assertThat(driver.items("rules"))
        .extracting(it -> it.text("id").orElseThrow())
        .containsExactly("SNK003", "SNK004");
    assertThat(driver.items("rules"))
        .extracting(it -> it.get("shortDescription").flatMap(about -> about.text("text")))
        .containsExactly(Optional.empty(), Optional.of("stale"));
    var first = run.items("results").getFirst();
    assertThat(first.text("level")).contains("error");
    assertThat(first.get("message").flatMap(it -> it.text("text")))
        .contains("50% of `x, y` is wrong. Mend it.");
    var physical = first.items("locations").getFirst().get("physicalLocation").orElseThrow();
    assertThat(physical.get("artifactLocation").flatMap(it -> it.text("uri")))
        .contains("db/my%20schema.prisma");
    var region = physical.get("region").orElseThrow();
    assertThat(region.integer("startLine")).hasValue(2);
    assertThat(region.integer("startColumn")).hasValue(3);
    assertThat(region.integer("endColumn")).hasValue(6);
    assertThat(first.items("relatedLocations")).hasSize(1);
    assertThat(run.items("results").get(1).items("locations").getFirst().items("logicalLocations"))
        .extracting(it -> it.text("fullyQualifiedName").orElseThrow())
        .containsExactly("table public.a");
  }

  @Test
  void sarifEndsWithOneLineEnd() {
    assertThat(SarifReport.of(List.of(), "1", ReportTest::title))
        .endsWith("}\n")
        .doesNotEndWith("\n\n");
  }

  private static Optional<String> title(Code code) {
    return code == SinkCode.STALE_FILE ? Optional.of("stale") : Optional.empty();
  }

  @Test
  void sarifEncodesEverySignThatAnAddressGivesAMeaning() throws MalformedJsonException {
    for (var it :
        List.of(
            List.of("db/größe #1?100%.prisma", "db/gr%C3%B6%C3%9Fe%20%231%3F100%25.prisma"),
            List.of("a:b.py", "a%3Ab.py"),
            List.of("/srv/[x]/a.py", "file:///srv/%5Bx%5D/a.py"))) {
      var finding = Diagnostic.of(SinkCode.STALE_FILE, new Place.File(it.get(0)), "Wrong.");
      var result =
          JsonReader.read(SarifReport.of(List.of(finding), "1", ReportTest::title))
              .items("runs")
              .getFirst()
              .items("results")
              .getFirst();
      assertThat(result.items("locations").getFirst().get("physicalLocation").orElseThrow())
          .extracting(at -> at.get("artifactLocation").flatMap(uri -> uri.text("uri")))
          .isEqualTo(Optional.of(it.get(1)));
    }
  }

  @Test
  void jsonSaysWhatTheTextSays() throws MalformedJsonException {
    var out = JsonWriter.compact();
    try (var _ = out.object()) {
      JsonReport.diagnostics(out, List.of(IN_TEXT));
    }
    Json it = JsonReader.read(out.toString()).items("diagnostics").getFirst();
    assertThat(it.text("code")).contains("SNK004");
    assertThat(it.text("severity")).contains("error");
    assertThat(it.text("advice")).contains("Mend it.");
    assertThat(it.get("place").orElseThrow().integer("line")).hasValue(2);
    assertThat(it.items("related").getFirst().text("note")).contains("the model");
  }
}
