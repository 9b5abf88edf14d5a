/** The echo protocol (RFC 862). */
package dev.chokepoint.programs.echo;
