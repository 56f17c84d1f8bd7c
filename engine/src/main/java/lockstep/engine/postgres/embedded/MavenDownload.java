package lockstep.engine.postgres.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import lockstep.engine.EnvironmentException;
import lockstep.text.Sha256;

/// Fetches an artifact and checks that it is the one that was meant.
///
/// Looks into Maven's local repository, then asks the repository that the settings name, else the
/// installed `mvn`. No repository is named here: `mvn` knows which the user's machine reaches.
final class MavenDownload {
  private static final String PLUGIN = "org.apache.maven.plugins:maven-dependency-plugin:3.9.0";
  private static final Pattern PROGRESS =
      Pattern.compile("Progress \\(\\d+\\): .*?([\\d.]+)\\s*(?:[kMG]?B)?/([\\d.]+) [kMG]?B");

  private final EmbeddedSettings settings;

  MavenDownload(EmbeddedSettings settings) {
    this.settings = settings;
  }

  /// Returns the artifact's file, in the local repository or in `folder`.
  Path fetch(Artifact artifact, Path folder) throws IOException {
    var local = settings.localMavenRepository().map(it -> it.resolve(artifact.path()));
    if (local.isPresent() && Files.isReadable(local.get()) && isIntact(artifact, local.get())) {
      return local.get();
    }
    var file = folder.resolve(artifact.fileName());
    if (settings.mavenRepository().isPresent()) {
      fromRepository(settings.mavenRepository().get(), artifact, file);
    } else {
      byMaven(artifact, folder);
    }
    if (!isIntact(artifact, file)) {
      throw EnvironmentException.of(
          EmbeddedCode.WRONG_CHECKSUM,
          "What was fetched as `%s` is not the file that Lockstep was tested with: its SHA-256 is not %s."
              .formatted(artifact.coordinates(), artifact.sha256()),
          "Delete it from the local Maven repository and check the repository or mirror it came"
              + " from.");
    }
    return file;
  }

  private static boolean isIntact(Artifact artifact, Path file) throws IOException {
    return sha256(file).equals(artifact.sha256());
  }

  static String sha256(Path file) throws IOException {
    try (var in = new DigestInputStream(Files.newInputStream(file), Sha256.digest())) {
      in.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(in.getMessageDigest().digest());
    }
  }

  private void fromRepository(URI base, Artifact artifact, Path file) throws IOException {
    var address = URI.create(withoutLogin(base).replaceAll("/+$", "") + "/" + artifact.path());
    var connection = address.toURL().openConnection();
    Optional.ofNullable(base.getUserInfo())
        .ifPresent(it -> connection.setRequestProperty("Authorization", basic(it)));
    connection.setConnectTimeout(15_000);
    connection.setReadTimeout(60_000);
    try (var in = connection.getInputStream();
        var out = Files.newOutputStream(file)) {
      var total = connection.getContentLengthLong();
      var buffer = new byte[1 << 16];
      var done = 0L;
      for (var read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        out.write(buffer, 0, read);
        done += read;
        settings.progress().advanced(done, total);
      }
    } catch (IOException e) {
      Files.deleteIfExists(file);
      if (Failures.isDisk(e)) {
        throw e;
      }
      throw unavailable(artifact, "%s: %s".formatted(address, reason(e)));
    }
  }

  private static String withoutLogin(URI base) {
    return base.getRawUserInfo() == null
        ? base.toString()
        : base.toString().replace(base.getRawUserInfo() + "@", "");
  }

  private static String basic(String login) {
    return "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
  }

  private static String reason(IOException e) {
    return e.getClass().getSimpleName() + " " + e.getMessage();
  }

  private void byMaven(Artifact artifact, Path folder) throws IOException {
    var command =
        Command.of(java.util.List.of("mvn", PLUGIN + ":copy"))
            .and("-Dartifact=" + artifact.coordinates())
            .and("-DoutputDirectory=" + folder)
            .and("-Dmdep.useBaseVersion=true");
    Process process;
    try {
      process = command.builder().redirectErrorStream(true).start();
    } catch (IOException e) {
      throw unavailable(artifact, "there is no `mvn` on the PATH");
    }
    process.getOutputStream().close();
    var problem = follow(process);
    if (Command.exitCode(process) != 0) {
      throw unavailable(artifact, "mvn says: " + problem.orElse("nothing"));
    }
  }

  /// Reads what Maven prints while it works, and returns its first error.
  private Optional<String> follow(Process process) throws IOException {
    var errors = new ArrayDeque<String>();
    try (var lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        var progress = PROGRESS.matcher(line);
        if (progress.find()) {
          settings
              .progress()
              .advanced(tenths(progress.group(1)), Math.max(1, tenths(progress.group(2))));
        }
        if (line.startsWith("[ERROR] ")) {
          errors.add(line.substring("[ERROR] ".length()));
        }
      }
    }
    return Optional.ofNullable(errors.peekFirst());
  }

  private static long tenths(String number) {
    return Math.round(Double.parseDouble(number) * 10);
  }

  private static EnvironmentException unavailable(Artifact artifact, String reason) {
    return EnvironmentException.of(
        EmbeddedCode.NOT_FETCHED,
        "`%s` could not be fetched: %s.".formatted(artifact.coordinates(), reason),
        "Install Maven, or set LOCKSTEP_MAVEN_REPOSITORY to a repository's base URL, or use a"
            + " server of yours with `--shadow-url`.");
  }
}
