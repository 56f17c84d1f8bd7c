package lockstep.rewrite;

import lockstep.diagnostic.Code;
import lockstep.diagnostic.Severity;

/// What there is to say about the conversion of queries.
public enum RewriteCode implements Code {
  /// A call stays as it is.
  REFUSED("QRY001", Severity.ERROR),
  /// A call was converted, and its reader should know something.
  NOTE("QRY002", Severity.NOTE),
  /// What a call returns is used in a way that its new form may not serve.
  USED_OTHERWISE("QRY003", Severity.WARNING),
  /// Python does not understand a file.
  UNREADABLE("QRY004", Severity.ERROR),
  /// Code of Prisma Client Python that is no query stays.
  LEFT("QRY005", Severity.WARNING),
  /// A link to code is not followed, nor is a pipe read.
  NOT_FOLLOWED("QRY006", Severity.NOTE),
  /// A line outside of the code may be about the client.
  PERHAPS("QRY010", Severity.WARNING),
  /// A file is not needed any more.
  OBSOLETE("QRY011", Severity.NOTE),
  /// The package of the client stays, as code still needs it.
  STAYS("QRY012", Severity.WARNING),
  /// A converted call does something else than the client's.
  MEANS_ELSE("QRY020", Severity.ERROR),
  /// Whether a converted call means the same was not tried.
  NOT_TRIED("QRY021", Severity.NOTE);

  private final String id;
  private final Severity severity;

  RewriteCode(String id, Severity severity) {
    this.id = id;
    this.severity = severity;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public Severity severity() {
    return severity;
  }
}
