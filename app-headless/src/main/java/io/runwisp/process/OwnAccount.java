package io.runwisp.process;

import java.util.List;

/** The daemon's account and no other: without the C library nobody else can be looked up. */
final class OwnAccount implements Accounting {

    @Override
    public Account own(Variables variables) {
        return new Account(System.getProperty("user.name", "root"), -1, -1, List.of(),
                System.getProperty("user.home", "/"));
    }

    @Override
    public Found change(String text) {
        return new Impossible(
                "user = \"" + text + "\": this JVM may not call the C library, which finds accounts; start it "
                        + "with --enable-native-access=ALL-UNNAMED, or remove the key");
    }

    @Override
    public List<String> dieWithDaemon() {
        return List.of();
    }
}
