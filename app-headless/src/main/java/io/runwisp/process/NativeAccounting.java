package io.runwisp.process;

import io.runwisp.config.grammar.Reading;
import io.runwisp.config.grammar.UserSpecs;
import io.runwisp.config.grammar.UserSpecs.UserSpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** How a process becomes somebody else's, with what the machine has for it. Belongs to the spawner thread. */
final class NativeAccounting implements Accounting {

    private final Libc libc;
    private final Accounts accounts;
    private final @Nullable Path setpriv;
    private final @Nullable Path chroot;
    private @Nullable Account own;

    NativeAccounting(Libc libc, Accounts accounts, Tools tools) {
        this.libc = libc;
        this.accounts = accounts;
        this.setpriv = tools.setpriv();
        this.chroot = tools.chroot();
    }

    /** The account of the daemon, looked up once: it does not change, and the look-up takes longer than the start of a process. */
    @Override
    public Account own(Variables variables) {
        Account known = own;
        if (known == null) {
            known = lookUpOwn(variables);
            own = known;
        }
        return known;
    }

    private Account lookUpOwn(Variables variables) {
        long user = libc.effectiveUser();
        return accounts.byNumber(user).orElseGet(() -> {
            String home = variables.get("HOME");
            return new Account(String.valueOf(user), user, user, List.of(), home == null ? "/" : home);
        });
    }

    @Override
    public Found change(String text) {
        UserSpec spec = switch (UserSpecs.read(text)) {
            case Reading.Good<UserSpec>(UserSpec good) -> good;
            case Reading.Bad<UserSpec> _ -> new UserSpec(text, null);
        };
        Optional<Account> user = accounts.user(spec.user());
        if (user.isEmpty()) {
            return new Impossible("user = \"" + text + "\": this machine has no account \"" + spec.user()
                    + "\"; create it, or name one that `getent passwd` lists");
        }
        Account account = user.get();
        if (spec.group() != null) {
            OptionalLong group = accounts.group(spec.group());
            if (group.isEmpty()) {
                return new Impossible("user = \"" + text + "\": this machine has no group \"" + spec.group()
                        + "\"; create it, or name one that `getent group` lists");
            }
            account = account.within(group.getAsLong());
        }
        return change(text, account, spec.group() != null);
    }

    @Override
    public List<String> dieWithDaemon() {
        return setpriv == null ? List.of() : List.of(setpriv.toString(), "--pdeathsig", "KILL", "--");
    }

    private Found change(String text, Account account, boolean otherGroup) {
        int self = libc.effectiveUser();
        if (self != 0) {
            return account.user() == self && !otherGroup
                    ? new Change(account, List.of())
                    : new Impossible("user = \"" + text
                            + "\": only root can start a process as somebody else, and the daemon runs as user "
                            + self + "; run the daemon as root, or remove the key");
        }
        if (setpriv != null) {
            return new Change(account, words(setpriv, "--reuid=" + account.user(), "--regid=" + account.group(),
                    "--groups=" + account.groupList(), "--"));
        }
        if (chroot != null) {
            return new Change(account, words(chroot, "--userspec=" + account.user() + ":" + account.group(),
                    "--groups=" + account.groupList(), "--skip-chdir", "/"));
        }
        return new Impossible("user = \"" + text
                + "\": neither setpriv (util-linux) nor chroot (coreutils) is in /usr/bin or /usr/sbin; install one of them");
    }

    private static List<String> words(Path program, String... arguments) {
        List<String> words = new ArrayList<>(List.of(program.toString()));
        words.addAll(List.of(arguments));
        return words;
    }
}
