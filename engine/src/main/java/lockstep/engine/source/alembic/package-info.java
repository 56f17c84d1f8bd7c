/// An Alembic history: its files, which are read without Python, and what its revisions do, which
/// the project's own command shows when it runs on a scratch database.
package lockstep.engine.source.alembic;
