package lockstep.check.drift;

import lockstep.mapping.Reading;

/// One of two sources that are compared.
///
/// @param name what messages call it, as in `schema.prisma` or `database`
public record Side(String name, Reading reading) {}
