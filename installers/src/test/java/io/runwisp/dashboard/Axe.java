package io.runwisp.dashboard;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.List;

/** What a page does to those who cannot see well, or have no mouse. */
final class Axe {

    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private Axe() {
    }

    /** What is wrong with a page, one text for each rule that is broken. */
    static List<String> faults(Page page) {
        return new AxeBuilder(page).withTags(RULES)
            .setLegacyMode(true)
            .analyze()
            .getViolations()
            .stream()
            .map(Axe::text)
            .toList();
    }

    private static String text(Rule rule) {
        List<CheckedNode> nodes = rule.getNodes();
        return rule.getId() + ": " + rule.getHelp() + ", " + nodes.size() + " times, first "
                + nodes.getFirst().getHtml()
                + " " + nodes.getFirst().getFailureSummary();
    }
}
