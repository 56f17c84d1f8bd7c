/// Whether a plan does what it is there for, tried in a shadow database before anybody sees it.
package lockstep.engine.postgres.proof;
