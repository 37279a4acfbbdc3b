package io.runwisp.config.language;

import io.runwisp.config.grammar.Globs;
import io.runwisp.config.grammar.HostPorts;
import io.runwisp.config.grammar.IpRanges;
import io.runwisp.config.grammar.MailAddresses;
import io.runwisp.config.grammar.Reading;
import io.runwisp.config.grammar.Umasks;
import io.runwisp.config.grammar.UserSpecs;
import io.runwisp.config.grammar.WebAddresses;
import io.runwisp.config.grammar.Zones;
import io.runwisp.model.EventKind;
import io.runwisp.model.StopSignal;
import java.time.ZoneId;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The types of single keys: texts with a grammar of their own, and values of mixed shape. */
final class ValueTypes {

    static final ValueType<ZoneId> ZONE = Types.parsed("a time zone",
            "an IANA zone such as \"Europe/Vienna\", \"America/New_York\" or \"UTC\"", Zones::read);
    static final ValueType<StopSignal> STOP_SIGNAL = new SignalType();
    static final ValueType<String> UMASK = Types.parsed("a umask", "3 or 4 octal digits in quotes, such as \"027\"",
            Umasks::read);
    static final ValueType<String> USER = same("an account", "\"user\" or \"user:group\", names or numbers",
            UserSpecs::read);
    static final ValueType<String> WEB_ADDRESS = same("a web address",
            "an absolute address such as \"https://example.org/path\"", WebAddresses::read);
    static final ValueType<String> BASE_ADDRESS = Types.parsed("a web address",
            "an absolute address such as \"https://example.org/path\"", ValueTypes::base);
    static final ValueType<String> HOST_PORT = same("an address to listen on", "host:port, such as \"127.0.0.1:9478\"",
            HostPorts::read);
    static final ValueType<String> IP_RANGE = same("an address or a range",
            "an address such as \"10.0.0.1\" or a range such as \"10.20.0.0/16\"", IpRanges::read);
    static final ValueType<String> GLOB = same("a pattern", "a name pattern: * ? and [..]", Globs::read);
    static final ValueType<String> MAIL = same("a mail address", "an address such as \"Jobs <jobs@example.org>\"",
            MailAddresses::read);
    static final ValueType<List<String>> MAILS = Types.listOf(MAIL,
            "a list of strings: addresses such as [\"ops@example.org\"]");
    static final ValueType<String> TOPIC = Types.parsed("a topic", "1 to 64 letters, digits, _ or -",
            ValueTypes::topic);
    static final ValueType<String> ABSOLUTE_PATH = Types.parsed("an absolute path", "a path that begins with /",
            ValueTypes::absolute);
    static final ValueType<TlsMode> TLS = new TlsType();
    static final ValueType<List<String>> TARGETS = Types.listOf(Types.NON_BLANK,
            "a list of strings: notifier ids, such as [\"chat\", \"chat:#backups\", \"inapp\"]");
    static final ValueType<EventKind> ROUTE_KIND = new EventKindType(EventKindType.ROUTABLE);
    static final ValueType<EventKind> HOOK_KIND = new EventKindType(List.of(EventKind.values()));
    static final ValueType<CatchUp> CATCH_UP = new MixedTypes.CatchUpType();
    static final ValueType<RunOnStart> RUN_ON_START = new MixedTypes.RunOnStartType();
    static final ValueType<Double> FACTOR = new MixedTypes.FactorType();
    static final ValueType<Temporal> MOMENT = new MixedTypes.MomentType();
    static final ValueType<String> PARAM_VALUE = new MixedTypes.ParamValueType();

    private ValueTypes() {
    }

    /** A text that must be readable by a grammar and is kept as it was written. */
    private static ValueType<String> same(String noun, String described,
            Function<String, ? extends Reading<?>> reader) {
        return Types.parsed(noun, described, text -> switch (reader.apply(text)) {
            case Reading.Good<?> _ -> Reading.good(text);
            case Reading.Bad<?> bad -> Reading.bad(bad.offset(), bad.length(), bad.reason());
        });
    }

    /** An address that paths are put behind: without the slashes at its end. */
    private static Reading<String> base(String text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == '/') {
            end--;
        }
        return switch (WebAddresses.read(text)) {
            case Reading.Good<?> _ -> Reading.good(text.substring(0, end));
            case Reading.Bad<?> bad -> Reading.bad(bad.offset(), bad.length(), bad.reason());
        };
    }

    private static Reading<String> absolute(String text) {
        int nul = text.indexOf('\0');
        if (nul >= 0) {
            return Reading.bad(nul, 1, "it contains a NUL character");
        }
        return text.startsWith("/") ? Reading.good(text) : Reading.bad(0, text.length(), "it is relative");
    }

    private static Reading<String> topic(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 128 || !Character.isLetterOrDigit(c) && c != '_' && c != '-') {
                return Reading.bad(i, 1, "'" + c + "' is not allowed in it");
            }
        }
        return text.length() > 64 ? Reading.bad(64, text.length() - 64, "it is longer than 64") : Reading.good(text);
    }

    private static final class SignalType extends WordType<StopSignal> {

        @Override
        Optional<StopSignal> of(String text) {
            return StopSignal.ofName(text);
        }

        @Override
        List<String> words() {
            return List.of(StopSignal.values()).stream().map(Enum::name).toList();
        }
    }

    private static final class TlsType extends WordType<TlsMode> {

        @Override
        Optional<TlsMode> of(String text) {
            return text.equalsIgnoreCase("off") ? Optional.of(TlsMode.OFF) : Optional.empty();
        }

        @Override
        List<String> words() {
            return List.of("off");
        }

        @Override
        String remedy(String written) {
            return "let a reverse proxy in front of the daemon speak TLS";
        }
    }
}
