package lockstep.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.provider.ArgumentsSource;

/// Runs a parameterized test once for each folder of a room; its parameter is a [GoldenCase].
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ArgumentsSource(GoldenCaseProvider.class)
public @interface GoldenCases {
  /// The room: a folder in `src/test/golden` of the module under test. One test owns it.
  String value();
}
