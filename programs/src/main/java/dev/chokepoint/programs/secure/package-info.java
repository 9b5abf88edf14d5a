/** TLS for servers that need not know of it. */
package dev.chokepoint.programs.secure;
