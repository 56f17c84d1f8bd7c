/// Reads Python code that calls a client, in the user's own interpreter, which imports none of it.
package lockstep.engine.source.client;
