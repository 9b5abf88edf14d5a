package dev.chokepoint.cli;

import dev.chokepoint.programs.chat.client.ChatClient;
import dev.chokepoint.programs.chat.client.ChatLine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.DefaultParser;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/** A chat on a terminal: lines scroll by above the one that is being typed. */
final class ChatTerminal extends ChatWindow {
    private static final int NARROWEST = 20;

    private final Terminal terminal;
    private final LineReaderImpl reader;
    private final boolean colour = Screen.colour();
    private volatile String target = "";
    private volatile String prompt = "> ";

    private ChatTerminal(Terminal terminal) throws IOException {
        this.terminal = terminal;
        this.reader = new LineReaderImpl(terminal, "chokepoint");
        DefaultParser words = new DefaultParser();
        words.setQuoteChars(new char[0]);
        words.setEscapeChars(new char[0]);
        reader.setParser(words);
        reader.setOpt(LineReader.Option.DISABLE_EVENT_EXPANSION);
        reader.setOpt(LineReader.Option.ERASE_LINE_ON_FINISH);
        reader.setOpt(LineReader.Option.CASE_INSENSITIVE);
        reader.unsetOpt(LineReader.Option.INSERT_TAB);
    }

    static ChatTerminal open() {
        try {
            return new ChatTerminal(TerminalBuilder.builder().system(true).build());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    void read(ChatClient client) {
        reader.setCompleter(completer(client));
        try {
            while (!isOver()) {
                client.type(reader.readLine(prompt));
            }
        } catch (UserInterruptException | EndOfFileException e) {
            client.hangUp();
        }
    }

    /** Commands at the line's beginning, channels where a # is, and else the people who are there. */
    private static Completer completer(ChatClient client) {
        return (LineReader _, ParsedLine line, List<Candidate> candidates) -> {
            boolean first = line.wordIndex() == 0;
            if (first && line.word().startsWith("/")) {
                ChatClient.words().forEach(word -> candidates.add(new Candidate(word)));
            } else if (line.word().startsWith("#")) {
                client.channels().forEach(channel -> candidates.add(new Candidate(channel)));
            } else {
                client.nicks().forEach(nick -> candidates.add(new Candidate(first ? nick + ":" : nick)));
            }
        };
    }

    @Override
    public void show(ChatLine line) {
        int width = terminal.getSize().getColumns();
        AttributedString text = ChatStyle.render(line, target, width >= NARROWEST ? width : 80);
        reader.printAbove(colour ? text : new AttributedString(text.toString()));
    }

    @Override
    public void talkingTo(String now, String nick) {
        target = now;
        AttributedStringBuilder text = new AttributedStringBuilder();
        AttributedStyle style = colour ? AttributedStyle.DEFAULT.bold() : AttributedStyle.DEFAULT;
        text.styled(style, now.isEmpty() ? nick : nick + " " + now).append("> ");
        prompt = text.toAnsi(terminal);
        reader.setPrompt(prompt);
        if (reader.isReading()) {
            reader.redisplay();
        }
    }

    @Override
    public void close() {
        try {
            terminal.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
