package io.runwisp.notify.channel;

import io.runwisp.config.Notifier;
import io.runwisp.config.grammar.MailAddresses;
import io.runwisp.config.grammar.MailAddresses.MailAddress;
import io.runwisp.config.grammar.MessageTemplate;
import io.runwisp.config.grammar.Reading;
import io.runwisp.config.language.NotifierKeys;
import io.runwisp.config.language.Settings;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** From whom and to whom mail goes. */
record MailSettings(MailAddress from, List<MailAddress> to, List<MailAddress> cc, List<MailAddress> bcc,
        @Nullable MailAddress replyTo, @Nullable MessageTemplate template) {

    /**
     * Those of a notifier.
     *
     * @param target takes the place of all recipients
     */
    static MailSettings of(Notifier notifier, Optional<String> target) {
        Settings settings = notifier.settings();
        List<String> to = target.map(List::of).orElseGet(() -> settings.value(NotifierKeys.TO));
        String replyTo = settings.get(NotifierKeys.REPLY_TO);
        return new MailSettings(address(settings.value(NotifierKeys.FROM)), addresses(to),
                target.isPresent() ? List.of() : addresses(settings.get(NotifierKeys.CC)),
                target.isPresent() ? List.of() : addresses(settings.get(NotifierKeys.BCC)),
                replyTo == null ? null : address(replyTo), notifier.template());
    }

    private static List<MailAddress> addresses(@Nullable List<String> texts) {
        return texts == null ? List.of() : texts.stream().map(MailSettings::address).toList();
    }

    private static MailAddress address(String text) {
        return switch (MailAddresses.read(text)) {
            case Reading.Good<MailAddress>(MailAddress address) -> address;
            case Reading.Bad<MailAddress> bad -> throw new IllegalArgumentException(
                    "an address that the configuration has let pass is none: " + bad.reason());
        };
    }
}
