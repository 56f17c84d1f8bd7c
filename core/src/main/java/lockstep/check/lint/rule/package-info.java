/// The rules of lint, one hazard in each file: its code, what is looked for, what is said.
package lockstep.check.lint.rule;
