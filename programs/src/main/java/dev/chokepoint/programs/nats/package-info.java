/**
 * The NATS client protocol (docs.nats.io, "NATS Protocol"): a broker that ordinary NATS clients can use, and a client for programs
 * that share what they know through one, ours or another's. Text lines, subjects with wildcards, queue groups, headers; no TLS, no
 * accounts, no JetStream.
 */
package dev.chokepoint.programs.nats;
