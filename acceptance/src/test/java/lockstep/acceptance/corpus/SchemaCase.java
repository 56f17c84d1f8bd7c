package lockstep.acceptance.corpus;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import lockstep.text.SourceText;

/// One Prisma schema to try, of one file or several.
///
/// @param name where it comes from, as in `prisma/civitai`; unique and stable
/// @param files in the order in which a folder is read: by name, folder by folder
public record SchemaCase(String name, List<SourceText> files) {
  private static final Pattern COMMENT = Pattern.compile("//.*");
  private static final Pattern PROVIDER =
      Pattern.compile("\\bdatasource\\s+\\w+\\s*\\{[^}]*?\\bprovider\\s*=\\s*\"([^\"]*)\"");

  public SchemaCase {
    files = List.copyOf(files);
  }

  /// Returns the provider that a datasource names, empty where none does.
  public Optional<String> provider() {
    return files.stream()
        .map(it -> PROVIDER.matcher(COMMENT.matcher(it.content()).replaceAll("")))
        .filter(java.util.regex.Matcher::find)
        .map(it -> it.group(1))
        .findFirst();
  }

  /// Returns whether the schema is for PostgreSQL or names no provider.
  public boolean isOurs() {
    return provider().map(it -> it.equals("postgresql") || it.equals("postgres")).orElse(true);
  }

  @Override
  public String toString() {
    return name;
  }
}
