package io.runwisp.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.runwisp.config.problem.Place;
import io.runwisp.config.problem.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** A problem points at the very text that it is about. In each case that text stands between the signs » and «. */
class PlacesTest {

    @TempDir
    Path directory;

    @TestFactory
    Stream<DynamicTest> theMarkedTextIsWhatTheProblemPointsAt() {
        return Stream.of("[tasks.»\"db:export\"«]\ncron = '@daily'\n",
                "[»taks«.backup]\nrun = 'x'\n",
                "tasks.a.run = 'x'\ntasks.a.»timeot« = '1s'\n",
                "tasks.a = { run = 'x', »timeot« = '1s' }\n",
                "tasks.a = { run = 'x', timeout = »1« }\n",
                "[tasks]\na.run = 'x'\na.timeout = '5»parsec«'\n",
                "[tasks.a]\n  run = 'x'\n  cron = \"*/5 * »75« * *\"\n",
                "[tasks.a]\nrun = 'x'\ncron = '''1 »25« * * *'''\n",
                "[tasks.a]\nrun = 'x'\ntimezone   =   »true«\n",
                "[tasks.a]\nrun = 'x'\nfailures = [\n  'failed',\n  »'fialed'«,\n]\n",
                "[tasks.a]\nrun = 'x'\nparams = [{ env = 'A' }, { env = »'A'« }]\n",
                "[tasks.a]\nrun = 'x'\n[tasks.a.env]\n»'odd name'« = 'y'\n",
                "[tasks.a]\nrun = 'x'\nenv = { A = 'y', B = »3« }\n",
                "[tasks.a]\nrun = 'x'\ndescription = 'é世 »${NO_SUCH}« x'\n",
                "[[notifier]]\nid = 'a'\ntype = »'slak'«\n",
                "[[notifier]]\nid = 'a'\ntype = 'ntfy'\ntopic = 'a»/«b'\n",
                "[[»notifier«]]\nid = 'a'\ntype = 'ntfy'\n",
                "[[notification_route]]\nnotify = ['inapp']\nmatch.kind = [»'run.faild'«]\n",
                "[services.s]\nrun = 'x'\ndepends_on = ['»s«x']\n".replace("'»s«x'", "»'sx'«"),
                "[services.s]\nrun = 'x'\n[services.s.»health_check«]\ntimeout = '1s'\n",
                "[services.s]\nrun = 'x'\nhealth_check.run = 'y'\nhealth_check.»retries« = 2\n",
                "[tasks.a]\nrun = 'x'\ntimeout = »45m« # minutes\n",
                "[tasks.a]\nrun = 'x'\nnotify = »'chat'«\n",
                "»orphan« = 1\n")
            .map(marked -> DynamicTest.dynamicTest(marked.replace("\n", " ⏎ "), () -> judge(marked)));
    }

    private void judge(String marked) {
        String text = marked.replace("»", "").replace("«", "");
        List<Problem> errors = Loading.in(directory).load(text).errors();
        assertEquals(1, errors.size(), errors::toString);
        Place place = errors.getFirst().place();
        String line = place.file().line(place.line());
        String shown = line.substring(0, place.column() - 1) + "»"
                + line.substring(place.column() - 1, place.column() - 1 + place.length()) + "«"
                + line.substring(place.column() - 1 + place.length());
        String expected = marked.lines().filter(one -> one.contains("»")).findFirst().orElseThrow();
        assertEquals(expected, shown, errors::toString);
    }
}
