package lockstep.engine.seed;

import lockstep.schema.QualifiedName;

/// What became of a table.
///
/// @param rows how many its data files have; all of them are in the table now
/// @param inserted how many of these were not there
/// @param updated how many were there with other values
/// @param others how many rows the table has beside them, which were left alone
public record TableOutcome(
    QualifiedName table, long rows, long inserted, long updated, long others) {
  public long changed() {
    return inserted + updated;
  }

  public long unchanged() {
    return rows - changed();
  }
}
