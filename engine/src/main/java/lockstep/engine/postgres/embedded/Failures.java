package lockstep.engine.postgres.embedded;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import lockstep.diagnostic.Diagnostic;
import lockstep.engine.EnvironmentException;

/// Says in the user's words why the cache folder could not be used.
final class Failures {
  private Failures() {}

  static EnvironmentException of(Path cacheFolder, IOException e) {
    var reason = reason(e);
    var diagnostic =
        switch (e) {
          case IOException full when isDisk(full) ->
              Diagnostic.of(
                      EmbeddedCode.DISK_FULL,
                      "The disk that holds Lockstep's cache `%s` is full.".formatted(cacheFolder))
                  .withAdvice("Free about 200 MB, or name another folder by LOCKSTEP_CACHE.");
          case AccessDeniedException _ -> notWritable(cacheFolder, reason);
          case FileSystemException _ when reason.contains("Read-only") ->
              notWritable(cacheFolder, reason);
          default ->
              Diagnostic.of(
                  EmbeddedCode.CACHE_FAILED,
                  "Lockstep's cache `%s` could not be used: %s.".formatted(cacheFolder, reason));
        };
    return new EnvironmentException(diagnostic, e);
  }

  static boolean isDisk(IOException e) {
    var message = String.valueOf(e.getMessage());
    return message.contains("No space left") || message.contains("quota exceeded");
  }

  private static Diagnostic notWritable(Path cacheFolder, String reason) {
    return Diagnostic.of(
            EmbeddedCode.CACHE_NOT_WRITABLE,
            "Lockstep's cache `%s` cannot be written: %s.".formatted(cacheFolder, reason))
        .withAdvice("Make the folder writable, or name another one by LOCKSTEP_CACHE.");
  }

  private static String reason(IOException e) {
    return e instanceof AccessDeniedException denied
        ? "access to " + denied.getFile() + " is denied"
        : String.valueOf(e.getMessage());
  }
}
