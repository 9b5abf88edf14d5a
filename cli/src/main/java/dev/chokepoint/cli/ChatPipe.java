package dev.chokepoint.cli;

import dev.chokepoint.programs.chat.client.ChatClient;
import dev.chokepoint.programs.chat.client.ChatLine;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** A chat without a terminal: lines in, lines out. */
final class ChatPipe extends ChatWindow {
    private static final long FULL_MILLIS = 20;

    private final PrintWriter out;

    ChatPipe(PrintWriter out) {
        this.out = out;
    }

    @Override
    void read(ChatClient client) {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                type(client, line);
            }
            type(client, "/quit");
        } catch (IOException e) {
            client.hangUp();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A script may be faster than the server. */
    private static void type(ChatClient client, String line) throws InterruptedException {
        while (!client.type(line)) {
            TimeUnit.MILLISECONDS.sleep(FULL_MILLIS);
        }
    }

    @Override
    public void show(ChatLine line) {
        out.println(ChatStyle.time(line, true) + ChatStyle.where(line, "") + ChatStyle.who(line) + line.text());
        out.flush();
    }

    @Override
    public void talkingTo(String target, String nick) {
        // every line says where it belongs
    }

    @Override
    public void close() {
        out.flush();
    }
}
