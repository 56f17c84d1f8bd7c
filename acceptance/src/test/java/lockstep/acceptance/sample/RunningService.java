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
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import lockstep.acceptance.oracle.PythonEnvironment;
import lockstep.engine.json.Json;
import lockstep.engine.json.JsonReader;
import lockstep.engine.json.MalformedJsonException;
import lockstep.engine.postgres.ConnectionUrl;

/// `python run.py` of file-cleanup, as a hosting service starts it: with nothing on the PATH but
/// the programs of its own environment, so that there is no Node.js.
public final class RunningService implements AutoCloseable {
  static {
    // Uvicorn drops what is idle for five seconds: be faster.
    System.setProperty("jdk.httpclient.keepalive.timeout", "2");
  }

  private static final Pattern ADDRESS = Pattern.compile("running on (http://\\S+)");

  private final Process process;
  private final StringBuffer log = new StringBuffer();

  /// Another one after each failure: uvicorn ends the connection on which it failed, and who sends
  /// on it again would blame the service for that.
  private volatile HttpClient client = HttpClient.newHttpClient();

  private final String address;

  private RunningService(Process process) throws IOException {
    this.process = process;
    var lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    this.address = address(lines);
    Thread.startVirtualThread(() -> keep(lines));
  }

  static RunningService start(SampleProject project, PythonEnvironment python) throws IOException {
    return start(
        project.folder().resolve("services/api"), "run.py", project.database().url(), python);
  }

  /// @param folder of the service
  /// @param script that runs it
  public static RunningService start(
      Path folder, String script, ConnectionUrl database, PythonEnvironment python)
      throws IOException {
    var program = new ProcessBuilder(python.program("python").toString(), script);
    program.environment().clear();
    program
        .environment()
        .putAll(
            Map.of(
                "PATH", python.program("python").getParent().toString(),
                "DATABASE_URL", database.reveal(),
                "JWT_SECRET", "a secret of thirty-two characters",
                "PYTHONDONTWRITEBYTECODE", "1",
                "PYTHONUNBUFFERED", "1",
                "PORT", "0"));
    return new RunningService(program.directory(folder.toFile()).redirectErrorStream(true).start());
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

  private void keep(BufferedReader lines) {
    try (lines) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        log.append(line).append('\n');
      }
    } catch (IOException _) {
      // The service has ended.
    }
  }

  /// @param status of HTTP
  public record Answer(int status, Json body) {
    public String text(String name) {
      return body.text(name).orElseThrow();
    }

    public long number(String name) {
      return body.integer(name).orElseThrow();
    }

    public boolean isTrue(String name) {
      return body.get(name).orElseThrow().isTrue();
    }
  }

  /// @param token of who asks; empty for nobody
  Answer get(String path, Optional<String> token) {
    return answered(tryGet(path, token), path);
  }

  Answer post(String path, Optional<String> token, String json) {
    return answered(tryPost(path, token, json), path);
  }

  private Answer answered(Answer answer, String path) {
    if (answer.status() >= 500) {
      throw new AssertionError("%s answered %d\n%s".formatted(path, answer.status(), log));
    }
    return answer;
  }

  /// Returns the answer also where the service failed.
  public Answer tryGet(String path, Optional<String> token) {
    return send(request(path, token).GET());
  }

  public Answer tryPost(String path, Optional<String> token, String json) {
    return send(
        request(path, token)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json)));
  }

  /// Returns what the service said so far.
  public String log() {
    return log.toString();
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
        client = HttpClient.newHttpClient();
        return new Answer(answer.statusCode(), new Json.OfNull());
      }
      return new Answer(answer.statusCode(), JsonReader.read(answer.body()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (MalformedJsonException e) {
      throw new AssertionError("no JSON\n" + log, e);
    }
  }

  @Override
  public void close() {
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
