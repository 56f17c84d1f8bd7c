package lockstep.acceptance.sample;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import lockstep.acceptance.oracle.PythonEnvironment;
import lockstep.engine.json.Json;
import lockstep.engine.json.JsonReader;
import lockstep.engine.json.MalformedJsonException;

/// `python run.py` of file-cleanup, as a hosting service starts it: with nothing on the PATH but
/// the programs of its own environment, so that there is no Node.js.
final class RunningService implements AutoCloseable {
  private static final Pattern ADDRESS = Pattern.compile("running on (http://\\S+)");

  private final Process process;
  private final StringBuffer log = new StringBuffer();
  private final HttpClient client = HttpClient.newHttpClient();
  private final String address;

  private RunningService(Process process) throws IOException {
    this.process = process;
    var lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    this.address = address(lines);
    Thread.startVirtualThread(() -> lines.lines().forEach(it -> log.append(it).append('\n')));
  }

  static RunningService start(SampleProject project, PythonEnvironment python) throws IOException {
    var program = project.program("services/api", python.program("python").toString(), "run.py");
    program.environment().clear();
    program
        .environment()
        .putAll(
            Map.of(
                "PATH", python.program("python").getParent().toString(),
                "DATABASE_URL", project.database().url().reveal(),
                "JWT_SECRET", "a secret of thirty-two characters",
                "PYTHONDONTWRITEBYTECODE", "1",
                "PORT", "0"));
    return new RunningService(program.redirectErrorStream(true).start());
  }

  /// The service says so when it is ready; where it ends instead, its last words are why.
  private String address(BufferedReader lines) throws IOException {
    for (var line = lines.readLine(); line != null; line = lines.readLine()) {
      log.append(line).append('\n');
      var found = ADDRESS.matcher(line);
      if (found.find()) {
        return found.group(1);
      }
    }
    throw new IllegalStateException("the service did not start\n" + log);
  }

  /// @param status of HTTP
  record Answer(int status, Json body) {
    String text(String name) {
      return body.text(name).orElseThrow();
    }

    long number(String name) {
      return body.integer(name).orElseThrow();
    }

    boolean isTrue(String name) {
      return body.get(name).orElseThrow().isTrue();
    }
  }

  /// @param token of who asks; empty for nobody
  Answer get(String path, Optional<String> token) {
    return send(request(path, token).GET());
  }

  Answer post(String path, Optional<String> token, String json) {
    return send(
        request(path, token)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json)));
  }

  private HttpRequest.Builder request(String path, Optional<String> token) {
    var request = HttpRequest.newBuilder(URI.create(address + path));
    token.ifPresent(it -> request.header("Authorization", "Bearer " + it));
    return request;
  }

  private Answer send(HttpRequest.Builder request) {
    try {
      var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() >= 500) {
        throw new AssertionError(
            "%s answered %d\n%s".formatted(answer.uri(), answer.statusCode(), log));
      }
      return new Answer(answer.statusCode(), JsonReader.read(answer.body()));
    } catch (IOException e) {
      throw new UncheckedIOException(log.toString(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (MalformedJsonException e) {
      throw new AssertionError("no JSON\n" + log, e);
    }
  }

  @Override
  public void close() {
    client.close();
    process.destroy();
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("the service does not end\n" + log);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
