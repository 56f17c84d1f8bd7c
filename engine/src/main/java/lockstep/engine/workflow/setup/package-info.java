/// What is found around a project and what is wrong with it, part by part: settings, schema,
/// generated files, Python, database, migrations, commit hook.
///
/// The other workflows say what they always say; here is only what no other asks. A part that
/// cannot be looked at keeps no other from being looked at. Nothing is changed.
package lockstep.engine.workflow.setup;
