/// From a Prisma schema to SQLAlchemy models and back through the probe: what comes back is what
/// was given, but for what a mapper cannot say.
package lockstep.acceptance.readback;
