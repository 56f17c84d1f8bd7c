package lockstep.schema;

/// Whether a column or domain takes NULL.
public enum Nullability {
  NOT_NULL,
  NULLABLE
}
