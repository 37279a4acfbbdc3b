package io.runwisp.cli.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class TableTest {

    private static Table table() {
        Table table = new Table("NAME", "SCHEDULE", "API", "DESCRIPTION");
        table.row("backup-orders", "20 3 * * *", "yes", "Dumps the orders and copies them away");
        table.row("データ", "(manual)", "no", "");
        return table;
    }

    @Test
    void columnsAlignWhateverTheLetters() {
        RecordingConsole console = RecordingConsole.pipe();
        table().print(console.console().out());
        assertEquals("""
                NAME           SCHEDULE    API  DESCRIPTION
                backup-orders  20 3 * * *  yes  Dumps the orders and copies them away
                データ         (manual)    no
                """, console.out());
    }

    @Test
    void aNarrowTerminalCutsTheLastColumnFirst() {
        RecordingConsole console = RecordingConsole.terminal(50);
        table().print(console.console().out());
        assertEquals("""
                NAME           SCHEDULE    API  DESCRIPTION
                backup-orders  20 3 * * *  yes  Dumps the orders…
                データ         (manual)    no
                """, console.out());
    }

    @Test
    void aVeryNarrowTerminalCutsTheWidestColumnsNext() {
        RecordingConsole console = RecordingConsole.terminal(40);
        table().print(console.console().out());
        assertEquals("""
                NAME        SCHEDULE    API  DESCRIPTION
                backup-or…  20 3 * * *  yes  Dumps the…
                データ      (manual)    no
                """, console.out());
    }

    @Test
    void aPipeGetsEverythingHoweverNarrowTheTerminalWas() {
        RecordingConsole wide = RecordingConsole.pipe();
        RecordingConsole narrow = RecordingConsole.pipe(40);
        table().print(wide.console().out());
        table().print(narrow.console().out());
        assertEquals(wide.out(), narrow.out());
    }

    @Test
    void aRowMustFitItsHeadings() {
        Table table = new Table("ONE", "TWO");
        assertThrows(IllegalArgumentException.class, () -> table.row("1"));
    }
}
