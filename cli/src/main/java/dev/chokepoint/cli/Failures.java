package dev.chokepoint.cli;

import dev.chokepoint.host.ListenException;
import dev.chokepoint.lab.run.RunException;
import dev.chokepoint.lab.scenario.ScenarioException;
import dev.chokepoint.report.ReportException;
import dev.chokepoint.report.ResultsException;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Turns what a command threw into words and an exit status. Only a defect of ours shows a stack trace. */
final class Failures implements IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult arguments) {
        PrintWriter err = command.getErr();
        int status = switch (failure) {
            case ScenarioException bad -> {
                err.println(bad.render());
                yield Exit.BAD_USAGE;
            }
            case UsageException bad -> {
                err.println("chokepoint: " + bad.getMessage());
                yield Exit.BAD_USAGE;
            }
            case ResultsException bad -> {
                err.println("chokepoint: " + bad.getMessage());
                yield Exit.BAD_USAGE;
            }
            case RunException e -> failed(err, e);
            case ReportException e -> failed(err, e);
            case ListenException e -> failed(err, e);
            default -> {
                err.println("chokepoint: this is a defect of Chokepoint, please report it with what follows:");
                failure.printStackTrace(err);
                yield Exit.FAILED;
            }
        };
        err.flush();
        return status;
    }

    private static int failed(PrintWriter err, Exception e) {
        err.println("chokepoint: " + e.getMessage());
        return Exit.FAILED;
    }
}
