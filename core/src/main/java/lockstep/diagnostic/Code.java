package lockstep.diagnostic;

/// A stable name for one kind of diagnostic; implemented by one enum for each room that reports.
///
/// Each code has a page `docs/diagnostics/ID.md`; an id is never given to another meaning.
public interface Code {
  /// Returns letters of the room and three digits, as in `PSL012`.
  String id();

  /// Returns how serious a finding of this kind is unless the project says otherwise.
  Severity severity();
}
