package dev.chokepoint.house;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** Measures sources against the house's budget. A name on the allow-list may be bigger, for the reason given there. */
record SourceBudget(int fileLines, int methodLines, int interfaceLines, Map<String, String> allowed) {
    /** One thing that is too big; {@code name} is what the allow-list would call it. */
    record Excess(String name, long lines, int limit) {
        @Override
        public String toString() {
            return name + " has " + lines + " lines, of at most " + limit;
        }
    }

    /** What of {@code sources} is over budget and not allowed to be, and each allowance that nothing needs. */
    List<String> broken(Path root, List<Path> sources) {
        List<Excess> excesses = measure(root, sources);
        List<String> broken = new ArrayList<>();
        for (Excess excess : excesses) {
            if (!allowed.containsKey(excess.name())) {
                broken.add(excess + "; split it, or state the reason in the allow-list");
            }
        }
        for (String name : allowed.keySet()) {
            if (excesses.stream().noneMatch(excess -> excess.name().equals(name))) {
                broken.add(name + " is within the budget: take it off the allow-list");
            }
        }
        return broken;
    }

    private List<Excess> measure(Path root, List<Path> sources) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<Excess> excesses = new ArrayList<>();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, files, null, List.of("-proc:none"), null, files.getJavaFileObjectsFromPaths(sources));
            DocTrees trees = DocTrees.instance(task);
            for (CompilationUnitTree unit : task.parse()) {
                Path file = Path.of(unit.getSourceFile().toUri());
                String name = root.relativize(file).toString();
                long lines = Files.readString(file).lines().count();
                if (lines > fileLines) {
                    excesses.add(new Excess(name, lines, fileLines));
                }
                new Scanner(trees, unit, name, excesses).scan(unit, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return excesses;
    }

    private final class Scanner extends TreePathScanner<Void, Void> {
        private final DocTrees trees;
        private final CompilationUnitTree unit;
        private final String file;
        private final List<Excess> excesses;

        Scanner(DocTrees trees, CompilationUnitTree unit, String file, List<Excess> excesses) {
            this.trees = trees;
            this.unit = unit;
            this.file = file;
            this.excesses = excesses;
        }

        @Override
        public Void visitMethod(MethodTree method, Void unused) {
            add("#" + method.getName(), lines(method), methodLines);
            return super.visitMethod(method, null);
        }

        @Override
        public Void visitClass(ClassTree type, Void unused) {
            if (type.getKind() == Tree.Kind.INTERFACE) {
                long nested = 0;
                for (Tree member : type.getMembers()) {
                    nested += member instanceof ClassTree ? lines(member) : 0;
                }
                add("#" + type.getSimpleName(), lines(type) - nested + docLines(), interfaceLines);
            }
            return super.visitClass(type, null);
        }

        private void add(String name, long lines, int limit) {
            if (lines > limit) {
                excesses.add(new Excess(file + name, lines, limit));
            }
        }

        private long docLines() {
            String doc = trees.getDocComment(getCurrentPath());
            return doc == null ? 0 : doc.lines().count() + 1;
        }

        private long lines(Tree tree) {
            LineMap map = unit.getLineMap();
            long start = trees.getSourcePositions().getStartPosition(unit, tree);
            long end = trees.getSourcePositions().getEndPosition(unit, tree);
            return start < 0 || end < 0 ? 0 : map.getLineNumber(end) - map.getLineNumber(start) + 1;
        }
    }
}
