package io.runwisp.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NewPasswordTest {

    @Test
    void isTwentyTwoLettersAndDigits() {
        SecureRandom chance = new SecureRandom();
        for (int i = 0; i < 100; i++) {
            String text = NewPassword.from(chance).text();
            assertTrue(text.matches("[0-9A-Za-z]{22}"), text);
        }
    }

    @Test
    void usesTheWholeAlphabetAndNoTwoAreAlike() {
        Random chance = new Random(1);
        Set<Integer> letters = new HashSet<>();
        Set<String> passwords = new HashSet<>();
        for (int i = 0; i < 200; i++) {
            String text = NewPassword.from(chance).text();
            passwords.add(text);
            text.chars().forEach(letters::add);
        }
        assertEquals(62, letters.size());
        assertEquals(200, passwords.size());
    }

    @Test
    void doesNotShowItselfInALog() {
        NewPassword password = new NewPassword("hunter2");
        assertFalse(password.toString().contains("hunter2"));
    }
}
