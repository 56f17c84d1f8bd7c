package lockstep.schema;

/// An SQL expression with the text it came with.
///
/// Two expressions with different texts may still mean the same; the engine asks PostgreSQL, which
/// prints both in its own words.
public record SqlExpression(String text) {
  @Override
  public String toString() {
    return text;
  }
}
