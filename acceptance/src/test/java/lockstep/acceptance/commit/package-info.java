/// What runs around a commit: hooks, which Git, husky and pre-commit run for real, and the
/// workflows of services, whose commands are taken out of their files and run on a clone.
package lockstep.acceptance.commit;
