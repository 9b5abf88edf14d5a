package dev.chokepoint.bench.chat;
import java.util.List;
final class ChatTable { static String of(List<Sample> s) { return ""; } }
