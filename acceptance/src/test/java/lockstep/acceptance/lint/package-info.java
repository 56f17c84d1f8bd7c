/// What lint understands of scripts that other people wrote, judged by PostgreSQL's own parser.
package lockstep.acceptance.lint;
