/** The highest load that meets a scenario's objectives: a search over loads, whatever world tries them. */
package dev.chokepoint.lab.capacity;
