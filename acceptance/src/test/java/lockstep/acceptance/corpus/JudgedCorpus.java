package lockstep.acceptance.corpus;

import java.util.List;

/// The schemas of `corpus/prisma`, judged once for the whole test run.
public final class JudgedCorpus {
  private static final class Holder {
    private static final List<Judged> ALL =
        Corpus.open().prisma().parallelStream().map(Judged::judge).toList();
  }

  private JudgedCorpus() {}

  /// Returns every schema of the folder with its judgement.
  public static List<Judged> all() {
    Corpus.open();
    return Holder.ALL;
  }

  /// Returns the schemas that count: accepted by Prisma and runnable.
  public static List<Judged.Accepted> accepted() {
    return of(Judged.Accepted.class);
  }

  public static <T extends Judged> List<T> of(Class<T> kind) {
    return all().stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
