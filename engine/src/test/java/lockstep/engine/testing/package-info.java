/// What tests of this module and of the acceptance module share: a real PostgreSQL, and a fresh
/// database for each test.
package lockstep.engine.testing;
