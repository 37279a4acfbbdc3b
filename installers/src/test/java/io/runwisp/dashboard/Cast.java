package io.runwisp.dashboard;

/** Who plays in the daemon of the tests, and what has happened before the first of them. Each test that changes something has a unit of its own. */
final class Cast {

    /** Text that would run if anything took it for more than text. */
    static final String SCRIPT = "<img src=x onerror=alert(1)><script>alert(2)</script>";

    static final String TOML = """
        [scheduler]
        timezone = "Europe/Vienna"

        [storage]
        max_size = "1gb"

        [defaults]
        log_max_size = "200mb"

        [tasks.greet]
        description = "Says good morning"
        group = "Letters"
        cron = "0 7 * * *"
        run = "echo good morning; echo and a good day"

        [tasks.backup]
        description = "Copies the database away, every night"
        group = "Care"
        cron = "30 2 * * *"
        run = "echo dumping; echo done"

        [tasks.report]
        group = "Care"
        cron = "30 2 * * *"
        run = "echo report"

        [tasks.breaks]
        description = "Cannot do what it should"
        group = "Care"
        run = "echo trying; echo 'the disk is not there' >&2; exit 2"

        [tasks.colours]
        group = "Letters"
        run = '''
        printf '\\033[31mred\\033[0m and \\033[1;32mbold green\\033[0m\\n'
        printf '\\033]0;a title\\007\\033]8;;javascript:alert(3)\\007link\\033]8;;\\007 \\033[2J\\033[999Cend\\n'
        echo '<img src=x onerror=alert(4)><script>alert(5)</script>'
        printf 'bad utf-8 \\377\\376 here\\n'
        '''

        [tasks.speaks]
        group = "Letters"
        run = "n=0; while true; do n=$((n+1)); echo spoken $n; sleep 0.1; done"

        [tasks.waits]
        group = "Letters"
        run = "echo waiting; sleep 300"

        [tasks.elsewhere]
        group = "Letters"
        run = "echo done elsewhere"

        [tasks.many]
        group = "Letters"
        run = "true"

        [tasks.crowd]
        group = "Letters"
        run = "true"

        [tasks.holiday]
        group = "Letters"
        cron = "0 12 * * *"
        run = "echo holiday"

        [tasks.long]
        group = "Letters"
        run = "seq -f 'line %.0f of a long log, with some text behind it' 1 1000000"

        [tasks.tall]
        group = "Letters"
        run = "seq -s ' ' 1 40000; echo the end"

        [tasks.flood]
        group = "Letters"
        run = '''
        exec awk 'BEGIN { for (s = 0; s < 300; s++) { for (i = 0; i < 1000; i++) print "flood " s " " i " with a text as a program would print it"; fflush(); system("sleep 0.08") } }'
        '''

        [tasks.export]
        description = "Writes what a customer has bought"
        group = "Letters"
        params = [
          { env = "CUSTOMER", required = true, description = "Number of the customer" },
          { arg = "format", choices = ["csv", "json"], default = "csv" },
          { option = "--limit", type = "number", default = 500 },
          { flag = "--with-invoices" },
        ]
        run = "echo customer $CUSTOMER as"

        [tasks.hostile]
        description = "@SCRIPT@"
        group = "@SCRIPT@"
        params = [{ env = "WORDS", default = "none", description = "@SCRIPT@" }]
        run = "echo \\"$WORDS\\"; echo '@SCRIPT@' >&2; exit 3"

        [services.web]
        description = "The web application"
        group = "Services"
        instances = 3
        run = "trap 'exit 0' TERM; echo listening; while true; do echo request; sleep 0.5; done"

        [services.spare]
        group = "Services"
        instances = 2
        run = "trap 'exit 0' TERM; echo listening; while true; do sleep 0.2; done"

        [services.unsteady]
        group = "Services"
        restart_delay = "1s"
        restart_attempts = 2
        run = "echo cannot; exit 1"
        """.replace("@SCRIPT@", SCRIPT);

    final String good;
    final String bad;
    final String coloured;
    final String hostile;
    final String large;

    Cast(House house) throws Exception {
        large = house.begin("long");
        good = house.run("breaks", "{}");
        bad = house.run("breaks", "{}");
        house.run("greet", "{}");
        house.run("greet", "{}");
        coloured = house.run("colours", "{}");
        hostile = house.run("hostile", "{\"params\":{\"WORDS\":\"" + SCRIPT + "\"}}");
    }
}
