package io.runwisp.notify.channel;

/** The sign in front of a headline. */
final class Emoji {

    private Emoji() {
    }

    static String of(Message.Subject subject) {
        return switch (subject.kind()) {
            case "run.started" -> "▶️";
            case "run.succeeded" -> "✅";
            case "run.failed" -> "❌";
            case "run.timeout" -> "⏱️";
            case "run.stopped", "run.daemon_stopped" -> "⏹️";
            case "run.crashed" -> "💥";
            case "run.missed" -> "⏰";
            case "service.fatal" -> "☠️";
            case "log.disk_pressure" -> "💾";
            default -> switch (subject.tone()) {
                case BAD -> "❌";
                case WARNING -> "⚠️";
                case GOOD -> "✅";
                case PLAIN -> "ℹ️";
            };
        };
    }
}
