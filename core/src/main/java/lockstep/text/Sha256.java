package lockstep.text;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The digest by which a text is known again.
public final class Sha256 {
  /// Looking for an algorithm takes longer than hashing a small file with it.
  private static final MessageDigest PROTOTYPE = prototype();

  private Sha256() {}

  /// Returns the SHA-256 of a text in UTF-8, as 64 hexadecimal digits.
  public static String of(String text) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(digest().digest(bytes));
  }

  /// Returns a digest to feed with what is no text, such as a file that is being fetched.
  public static MessageDigest digest() {
    try {
      return (MessageDigest) PROTOTYPE.clone();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("that of the JDK can be cloned", e);
    }
  }

  private static MessageDigest prototype() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
